package org.ovoz.local.journeys.seizure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Collection;
import java.util.Optional;

/** Opens containers with whatever fits, without the checks by which the product binds itself. */
final class Jwe {

    private Jwe() {}

    static Optional<byte[]> open(String jwe, Collection<ECPrivateKey> pairs) {
        return pairs.stream().flatMap(key -> open(jwe, key).stream()).findFirst();
    }

    static Optional<byte[]> openShared(String jwe, Collection<byte[]> shared) {
        return shared.stream().flatMap(key -> open(jwe, key).stream()).findFirst();
    }

    static Optional<byte[]> open(String jwe, byte[] shared) {
        try {
            return decrypt(jwe, JWEAlgorithm.DIR, new DirectDecrypter(shared));
        } catch (JOSEException notAKey) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> open(String jwe, ECPrivateKey key) {
        try {
            return decrypt(jwe, JWEAlgorithm.ECDH_ES_A256KW, new ECDHDecrypter(key));
        } catch (JOSEException notAKey) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decrypt(String compact, JWEAlgorithm algorithm, JWEDecrypter decrypter) {
        try {
            JWEObject jwe = JWEObject.parse(compact);
            if (!algorithm.equals(jwe.getHeader().getAlgorithm())) {
                return Optional.empty();
            }
            jwe.decrypt(decrypter);
            return Optional.of(jwe.getPayload().toBytes());
        } catch (ParseException | JOSEException doesNotFit) {
            return Optional.empty();
        }
    }
}
