package org.ovoz.intake.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.sealing.NotOpenedException;

/** The key a report dies with: grants and waiting contacts are stored under it. Never printed. */
public final class ShredKey {

    private static final JWEHeader HEADER = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).build();

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID id;
    private final byte[] key;

    ShredKey(UUID id, byte[] key) {
        this.id = id;
        this.key = key.clone();
    }

    static ShredKey random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new ShredKey(Ids.random(), key);
    }

    public UUID id() {
        return id;
    }

    public String wrap(String plain) {
        try {
            JWEObject jwe = new JWEObject(HEADER, new Payload(plain));
            jwe.encrypt(new DirectEncrypter(key));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** @throws NotOpenedException when it was not wrapped with this key */
    public String unwrap(String wrapped) {
        try {
            JWEObject jwe = JWEObject.parse(wrapped);
            boolean ours = JWEAlgorithm.DIR.equals(jwe.getHeader().getAlgorithm())
                    && EncryptionMethod.A256GCM.equals(jwe.getHeader().getEncryptionMethod())
                    && jwe.getHeader().getCompressionAlgorithm() == null;
            if (!ours) {
                throw new NotOpenedException();
            }
            jwe.decrypt(new DirectDecrypter(key));
            return jwe.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw new NotOpenedException();
        }
    }

    byte[] bytes() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "ShredKey[" + id + ", REDACTED]";
    }
}
