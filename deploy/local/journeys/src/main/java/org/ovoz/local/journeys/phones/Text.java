package org.ovoz.local.journeys.phones;

import java.time.Instant;

/** A text message as a phone shows it. */
public record Text(String id, String from, String body, int segments, Instant at) {

    @Override
    public String toString() {
        return "Text[" + id + "]";
    }
}
