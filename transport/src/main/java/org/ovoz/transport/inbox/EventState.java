package org.ovoz.transport.inbox;

import org.jspecify.annotations.Nullable;

/** The state an event's row takes in its turn, if the handler does not fail. */
enum EventState {
    APPLIED("applied", null),
    WAITING("waiting", null),
    SKIPPED("skipped", null),
    OUT_OF_ORDER("parked", EventState.OUT_OF_ORDER_REASON);

    static final String OUT_OF_ORDER_REASON = "out-of-order";

    final String word;
    final @Nullable String reason;

    EventState(String word, @Nullable String reason) {
        this.word = word;
        this.reason = reason;
    }
}
