package org.ovoz.local.journeys.web;

import java.time.Duration;

/** Something expected did not happen in its time. */
public final class NotInTime extends RuntimeException {

    public NotInTime(String expected, Duration within) {
        super("expected within " + within.toMillis() + " ms: " + expected);
    }
}
