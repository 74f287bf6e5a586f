package org.ovoz.contracts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** P-256 keys; the {@code kid} is always the RFC 7638 thumbprint, so it cannot lie. */
public final class Keys {

    private Keys() {}

    public static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no P-256 here", e);
        }
    }

    public static String kidOf(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("no SHA-256 here", e);
        }
    }
}
