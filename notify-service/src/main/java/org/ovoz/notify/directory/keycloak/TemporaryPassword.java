package org.ovoz.notify.directory.keycloak;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A first password, shown once to whoever invites: 79 random bits in letters that are not mistaken for each other. Cannot be printed. */
public record TemporaryPassword(String value) {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TemporaryPassword random() {
        return new TemporaryPassword(
                IntStream.range(0, GROUPS).mapToObj(one -> group()).collect(Collectors.joining("-")));
    }

    private static String group() {
        return IntStream.range(0, GROUP)
                .mapToObj(one -> String.valueOf(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
