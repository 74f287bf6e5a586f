package org.ovoz.contracts.proof;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Keys;

/**
 * A random word as JWE to somebody's public key. Whoever answers with the word has the private half. It has a {@code typ} of its own, which the
 * container authenticates: a browser that opens challenges opens nothing else with them.
 */
public final class SealedChallenge {

    private static final JOSEObjectType TYP = new JOSEObjectType("ovoz-key-challenge");

    private SealedChallenge() {}

    /** @param word what is to be answered, as it is */
    public static String seal(String word, ECKey to) {
        try {
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                    .type(TYP)
                    .keyID(Keys.kidOf(to))
                    .build();
            JWEObject jwe = new JWEObject(header, new Payload(word));
            jwe.encrypt(new ECDHEncrypter(to.toPublicJWK()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }
}
