package org.ovoz.contracts.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWECryptoParts;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.impl.AAD;
import com.nimbusds.jose.crypto.impl.AESKW;
import com.nimbusds.jose.crypto.impl.ConcatKDF;
import com.nimbusds.jose.crypto.impl.ContentCryptoProvider;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.jca.JWEJCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import javax.crypto.SecretKey;
import org.ovoz.contracts.Keys;

/**
 * One ephemeral key for a moment (DESIGN 3: a second at most): the elliptic-curve work is done once per recipient, each JWE made
 * with it pays AES only. What comes out is ordinary {@code ECDH-ES+A256KW}, {@code A256GCM}; nimbus has no public call that makes
 * it from a key agreed before, so it is assembled here from its {@code crypto.impl} classes. Whoever holds an epoch decides how
 * long, and forgets it; the ephemeral private key is dropped as soon as no further recipient can be added.
 */
public final class Epoch {

    private final ECKey ephemeral;

    private Epoch(ECKey ephemeral) {
        this.ephemeral = ephemeral;
    }

    public static Epoch begin() {
        try {
            return new Epoch(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("no P-256 here", e);
        }
    }

    /** Agrees on a key with that recipient; costs one ECDH. */
    public Recipient recipient(ECKey publicKey) {
        try {
            SecretKey shared = ECDH.deriveSharedSecret(publicKey.toECPublicKey(), ephemeral.toECPrivateKey(), null);
            JWEHeader bare = new JWEHeader(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM);
            SecretKey kek = ECDH.deriveSharedKey(bare, shared, new ConcatKDF("SHA-256"));
            return new Recipient(Keys.kidOf(publicKey), ephemeral.toPublicJWK(), kek);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("not a key that can be sealed to", e);
        }
    }

    /** A recipient within this epoch; thread-safe. */
    public static final class Recipient {

        private final String kid;
        private final ECKey epk;
        private final SecretKey kek;

        private Recipient(String kid, ECKey epk, SecretKey kek) {
            this.kid = kid;
            this.epk = epk;
            this.kek = kek;
        }

        public String kid() {
            return kid;
        }

        String encrypt(JOSEObjectType typ, Map<String, Object> params, byte[] plaintext) {
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                    .type(typ)
                    .keyID(kid)
                    .ephemeralPublicKey(epk)
                    .customParams(params)
                    .build();
            JWEJCAContext context = new JWEJCAContext();
            try {
                SecretKey cek = ContentCryptoProvider.generateCEK(EncryptionMethod.A256GCM, context.getSecureRandom());
                Base64URL wrapped = Base64URL.encode(AESKW.wrapCEK(cek, kek, context.getKeyEncryptionProvider()));
                JWECryptoParts parts =
                        ContentCryptoProvider.encrypt(header, plaintext, AAD.compute(header), cek, wrapped, context);
                return String.join(
                        ".",
                        parts.getHeader().toBase64URL().toString(),
                        parts.getEncryptedKey().toString(),
                        parts.getInitializationVector().toString(),
                        parts.getCipherText().toString(),
                        parts.getAuthenticationTag().toString());
            } catch (JOSEException e) {
                throw new IllegalStateException("sealing failed", e);
            }
        }

        @Override
        public String toString() {
            return "Recipient[" + kid + "]";
        }
    }
}
