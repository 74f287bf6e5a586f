package org.ovoz.local.carrier.accounts;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Identifiers as the carrier makes them: two letters and 32 hexadecimal digits. */
public final class Sids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sids() {}

    public static String next(String prefix) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
