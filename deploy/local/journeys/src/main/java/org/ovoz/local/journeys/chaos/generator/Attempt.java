package org.ovoz.local.journeys.chaos.generator;

import java.time.Instant;

/**
 * One try to bring a text.
 *
 * @param asked when it began
 * @param answered when it ended, with an answer or without
 */
record Attempt(Result result, Instant asked, Instant answered) {

    enum Result {
        TAKEN,
        /** An answer that is no acknowledgement. */
        REFUSED,
        /** No connection: nothing was sent. */
        NOT_REACHED,
        /** Sent, or partly sent, and no answer: anything may have come of it. */
        UNANSWERED
    }
}
