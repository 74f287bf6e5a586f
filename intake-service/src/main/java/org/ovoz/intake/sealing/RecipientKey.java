package org.ovoz.intake.sealing;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Keys;

/** Somebody to seal to: a name to find the grant by, the public key, and its thumbprint. */
public record RecipientKey(String name, String kid, ECKey key) {

    public static RecipientKey of(String name, ECKey key) {
        return new RecipientKey(name, Keys.kidOf(key), key.toPublicJWK());
    }
}
