package org.ovoz.local.journeys.desk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A person's phone with the second factor (RFC 6238, as the realm has it: SHA-1, six digits, half a minute). */
record SecondFactor(String secret, Clock clock) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    String number() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(clock.instant().getEpochSecond() / SECONDS)
                    .array()));
            int number = hash.getInt(hash.get(hash.limit() - 1) & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the base 32 (RFC 4648) that a person types, with spaces between. */
    private byte[] bytes() {
        String letters = secret.replace(" ", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : letters.toCharArray()) {
            bits = (bits << 5 | LETTERS.indexOf(letter)) & 0xFFF;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (bits >> held));
            }
        }
        return bytes.array();
    }
}
