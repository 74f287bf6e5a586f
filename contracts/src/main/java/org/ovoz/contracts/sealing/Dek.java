package org.ovoz.contracts.sealing;

import java.security.SecureRandom;

/** The random key of one item: 256 bits. */
public final class Dek {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Dek(byte[] key) {
        this.key = key;
    }

    public static Dek random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Dek(key);
    }

    /** @throws NotOpenedException when these are not 32 bytes */
    static Dek of(byte[] key) {
        if (key.length != BYTES) {
            throw new NotOpenedException();
        }
        return new Dek(key.clone());
    }

    byte[] bytes() {
        return key;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
