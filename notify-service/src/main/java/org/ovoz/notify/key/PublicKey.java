package org.ovoz.notify.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A public P-256 key.
 *
 * @param kid RFC 7638 thumbprint, computed here
 * @param jwk as JSON
 */
public record PublicKey(String kid, String jwk) {

    /** Empty for anything but the public half of a P-256 key whose point is on the curve. */
    public static Optional<PublicKey> of(Map<String, Object> jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (key.isPrivate() || !key.getCurve().equals(Curve.P_256)) {
                return Optional.empty();
            }
            key.toECPublicKey();
            ECKey bare = new ECKey.Builder(key.getCurve(), key.getX(), key.getY()).build();
            return Optional.of(new PublicKey(bare.computeThumbprint().toString(), bare.toJSONString()));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException refused) {
            return Optional.empty();
        }
    }
}
