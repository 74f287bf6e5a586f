package org.ovoz.local.launcher.keys;

import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A key as the console shows it to be compared: its thumbprint in groups of four letters of Crockford's base 32. */
final class Fingerprint {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LENGTH = 52;
    private static final int GROUP = 4;

    private Fingerprint() {}

    /** @param kid a key's thumbprint, 256 bits */
    static String of(String kid) {
        BigInteger bits = new BigInteger(1, new Base64URL(kid).decode()).shiftLeft(LENGTH * BITS - 256);
        return IntStream.range(0, LENGTH / GROUP)
                .mapToObj(group -> group(bits, group))
                .collect(Collectors.joining(" "));
    }

    private static String group(BigInteger bits, int group) {
        return IntStream.range(group * GROUP, (group + 1) * GROUP)
                .map(letter -> LENGTH - 1 - letter)
                .mapToObj(fromTheRight -> bits.shiftRight(fromTheRight * BITS).and(BigInteger.valueOf(31)))
                .map(five -> String.valueOf(LETTERS.charAt(five.intValue())))
                .collect(Collectors.joining());
    }
}
