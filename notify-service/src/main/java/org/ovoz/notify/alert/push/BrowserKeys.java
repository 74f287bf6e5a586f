package org.ovoz.notify.alert.push;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What a browser gives to encrypt to it with: a point of P-256, and a secret of 16 bytes (RFC 8291, 2). */
record BrowserKeys(byte[] p256dh, byte[] auth) {

    private static final int COORDINATE = 32;
    private static final int POINT = 1 + 2 * COORDINATE;
    private static final int SECRET = 16;
    private static final byte UNCOMPRESSED = 4;

    /** Empty for what nothing could be encrypted with, a point beside the curve among it. */
    static Optional<BrowserKeys> of(String p256dh, String auth) {
        try {
            byte[] point = Base64.getUrlDecoder().decode(p256dh);
            byte[] secret = Base64.getUrlDecoder().decode(auth);
            return secret.length == SECRET && isOnTheCurve(point)
                    ? Optional.of(new BrowserKeys(point, secret))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isOnTheCurve(byte[] point) {
        if (point.length != POINT || point[0] != UNCOMPRESSED) {
            return false;
        }
        try {
            new ECKey.Builder(
                            Curve.P_256,
                            Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                            Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE, POINT)))
                    .build();
            return true;
        } catch (IllegalStateException beside) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "BrowserKeys[REDACTED]";
    }
}
