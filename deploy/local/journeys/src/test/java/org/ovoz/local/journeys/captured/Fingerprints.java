package org.ovoz.local.journeys.captured;

import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;

/** A key's fingerprint as it is read aloud: its thumbprint's 256 bits in Crockford's base 32. */
final class Fingerprints {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LENGTH = 52;

    private Fingerprints() {}

    static String of(String kid) {
        BigInteger bits = new BigInteger(1, new Base64URL(kid).decode()).shiftLeft(LENGTH * BITS - 256);
        StringBuilder letters = new StringBuilder();
        for (int letter = LENGTH - 1; letter >= 0; letter--) {
            letters.append(LETTERS.charAt(
                    bits.shiftRight(letter * BITS).and(BigInteger.valueOf(31)).intValue()));
        }
        return letters.toString();
    }
}
