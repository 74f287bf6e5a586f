package org.ovoz.contracts.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;

/** What every opener demands of a header before it touches a key: exactly one algorithm, no {@code zip}, no {@code crit}. */
final class Headers {

    static final String REPORT = "rid";
    static final String ITEM = "mid";
    static final String KIND = "kind";
    static final String INDEX = "idx";
    static final String FINAL = "end";

    private Headers() {}

    static void require(JWEHeader header, JOSEObjectType typ, JWEAlgorithm algorithm) {
        boolean ours = typ.equals(header.getType())
                && algorithm.equals(header.getAlgorithm())
                && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                && header.getCompressionAlgorithm() == null
                && header.getCriticalParams() == null;
        if (!ours) {
            throw new NotOpenedException();
        }
    }

    static void require(JWEHeader header, String name, String value) {
        if (!value.equals(header.getCustomParam(name))) {
            throw new NotOpenedException();
        }
    }

    static void require(JWEHeader header, String name, int value) {
        boolean isSame = header.getCustomParam(name) instanceof Number number && number.doubleValue() == value;
        if (!isSame) {
            throw new NotOpenedException();
        }
    }

    static void require(JWEHeader header, String name, boolean value) {
        if (!Boolean.valueOf(value).equals(header.getCustomParam(name))) {
            throw new NotOpenedException();
        }
    }
}
