package org.ovoz.contracts.contact;

import java.time.Instant;
import java.util.Objects;

/** A stretch of time in which the person may be reached. Its end is outside. */
public record SafeWindow(Instant from, Instant until) {

    public SafeWindow {
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
    }

    public boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
