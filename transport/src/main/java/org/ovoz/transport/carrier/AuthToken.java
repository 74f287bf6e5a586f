package org.ovoz.transport.carrier;

/** An account's secret. Never printed. */
public record AuthToken(String value) {

    public AuthToken {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an empty token authenticates nobody");
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
