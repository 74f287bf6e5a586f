package org.ovoz.contracts.sealing;

import java.util.Arrays;

/**
 * Hides how long a text is: at least 2 KiB, beyond that the Padmé size (Nikitin et al., PETS 2019: at most 12 % more,
 * O(log log n) bits told). The padding is white space after the JSON value, so every JSON reader takes it as it is.
 */
final class Padding {

    static final int LEAST = 2048;

    private Padding() {}

    static byte[] pad(byte[] json) {
        byte[] padded = Arrays.copyOf(json, size(json.length));
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    static int size(int length) {
        if (length <= LEAST) {
            return LEAST;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(length);
        int exponentBits = 32 - Integer.numberOfLeadingZeros(exponent);
        int mask = (1 << (exponent - exponentBits)) - 1;
        return (length + mask) & ~mask;
    }
}
