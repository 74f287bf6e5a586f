package org.ovoz.notify.shift.roster;

import java.time.Instant;

/** From an instant until another, which is not part of it any more. */
public record Stretch(Instant begins, Instant ends) {

    public Stretch {
        if (!begins.isBefore(ends)) {
            throw new IllegalArgumentException("a stretch ends after it begins");
        }
    }

    public boolean overlaps(Stretch other) {
        return begins.isBefore(other.ends) && other.begins.isBefore(ends);
    }

    public boolean holds(Instant instant) {
        return !instant.isBefore(begins) && instant.isBefore(ends);
    }
}
