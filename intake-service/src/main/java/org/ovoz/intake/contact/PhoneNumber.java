package org.ovoz.intake.contact;

import java.util.Optional;

/** A reporter's number. Only this package reads it; nothing prints it. */
public final class PhoneNumber {

    private static final int LONGEST = 64;

    private final String raw;

    private PhoneNumber(String raw) {
        this.raw = raw;
    }

    /** As the carrier gives it, which is E.164 or, rarely, a short code or a word. Empty if there is none. */
    public static Optional<PhoneNumber> of(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new PhoneNumber(stripped));
    }

    String raw() {
        return raw;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
