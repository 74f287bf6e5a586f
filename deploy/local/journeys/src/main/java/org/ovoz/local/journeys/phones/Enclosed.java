package org.ovoz.local.journeys.phones;

/**
 * Something that a phone sends with a text.
 *
 * @param type what the phone says it is, which may be anything
 */
public record Enclosed(String type, byte[] bytes) {

    @Override
    public String toString() {
        return "Enclosed[REDACTED]";
    }
}
