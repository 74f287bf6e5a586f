package org.ovoz.intake.conversation;

import java.time.Duration;
import java.time.Instant;

/** A number is not a person (DESIGN 5): after a day of silence, or once its report is closed, a text opens a new report. */
public final class ThreadRules {

    private ThreadRules() {}

    public static boolean continues(Found.Thread thread, Instant now, Duration silence) {
        return thread.open() && now.isBefore(thread.lastWroteAt().plus(silence));
    }
}
