package org.ovoz.contracts.line;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/** The key that a reply by text is granted to, so that intake can send it; signed by intake's signing key, rotates weekly. */
public record RelayKey(ECKey key, Instant notAfter) {}
