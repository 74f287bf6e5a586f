package org.ovoz.notify.alert.call;

import java.util.Optional;
import java.util.stream.Stream;

/** How a call can end, in the carrier's words, and the reason it leaves when no key was pressed. */
enum CallEnd {
    COMPLETED("completed", "no-key"),
    BUSY("busy", "busy"),
    NO_ANSWER("no-answer", "no-answer"),
    FAILED("failed", "carrier-failed"),
    CANCELED("canceled", "canceled");

    /** A mailbox or a fax answered. */
    static final String MACHINE = "machine";

    private final String word;
    private final String reason;

    CallEnd(String word, String reason) {
        this.word = word;
        this.reason = reason;
    }

    static Optional<CallEnd> of(String word) {
        return Stream.of(values()).filter(end -> end.word.equals(word)).findFirst();
    }

    String reason() {
        return reason;
    }
}
