package org.ovoz.local.journeys.phones;

/** A text message as a phone shows it. */
public record Text(String id, String from, String body, int segments) {

    @Override
    public String toString() {
        return "Text[" + id + "]";
    }
}
