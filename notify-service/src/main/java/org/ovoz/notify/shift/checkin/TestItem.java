package org.ovoz.notify.shift.checkin;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.ovoz.contracts.TeamId;

/**
 * Something that only who holds a team's key can read: 32 random bytes, sealed to the key of its signed record. The header's {@code typ} is
 * its own and is authenticated, and the plaintext has one form, so that a browser that opens this opens nothing of a report by it. The desk
 * keeps the hash only.
 *
 * @param kid of the key that it is sealed to
 */
record TestItem(UUID id, String kid, String jwe, byte[] hash) {

    static final JOSEObjectType TYP = new JOSEObjectType("ovoz-check");
    private static final String FORM = "ovoz-check:%s:%s";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TestItem sealedTo(TeamId team, ECKey key, UUID id) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            String kid = key.computeThumbprint().toString();
            JWEObject jwe = new JWEObject(header(team, kid, id), new Payload(FORM.formatted(id, nonce)));
            jwe.encrypt(new ECDHEncrypter(key));
            return new TestItem(id, kid, jwe.serialize(), hash(nonce));
        } catch (JOSEException refused) {
            throw new IllegalStateException("the team's key cannot be sealed to", refused);
        }
    }

    static byte[] hash(String nonce) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static JWEHeader header(TeamId team, String kid, UUID id) {
        return new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .type(TYP)
                .keyID(kid)
                .customParam("team", team.value())
                .customParam("chk", id.toString())
                .build();
    }

    @Override
    public String toString() {
        return "TestItem[REDACTED]";
    }
}
