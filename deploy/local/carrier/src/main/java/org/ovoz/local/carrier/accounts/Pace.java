package org.ovoz.local.carrier.accounts;

import java.time.Duration;

/**
 * How fast the carrier's world runs.
 *
 * @param step between two statuses of a message or call
 * @param second what a call takes for one second of a pause, a time-out or speech
 */
public record Pace(Duration step, Duration second) {

    /** As people know it. */
    public static Pace real() {
        return new Pace(Duration.ofMillis(250), Duration.ofSeconds(1));
    }

    /** For tests: the order of things stays, the waiting goes. */
    public static Pace fast() {
        return new Pace(Duration.ofMillis(5), Duration.ofMillis(20));
    }

    public long stepMillis() {
        return Math.max(1, step.toMillis());
    }

    public long seconds(double seconds) {
        return Math.max(1, Math.round(second.toMillis() * seconds));
    }
}
