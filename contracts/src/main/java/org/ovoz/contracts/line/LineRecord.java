package org.ovoz.contracts.line;

import com.nimbusds.jose.jwk.ECKey;

/**
 * The line's identity, signed by the administration key: who may speak for intake.
 *
 * @param signingKey public key with which intake signs its {@link RelayKey}s
 */
public record LineRecord(long version, ECKey signingKey) {}
