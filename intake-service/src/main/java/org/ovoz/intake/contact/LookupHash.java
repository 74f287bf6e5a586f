package org.ovoz.intake.contact;

/** An HMAC that finds a row without keeping what it was made of. Printed by nobody: with the key it can be tested against guesses. */
public record LookupHash(String value) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
