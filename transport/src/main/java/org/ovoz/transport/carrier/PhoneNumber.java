package org.ovoz.transport.carrier;

/** A number as the carrier takes it. Never printed. */
public record PhoneNumber(String e164) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
