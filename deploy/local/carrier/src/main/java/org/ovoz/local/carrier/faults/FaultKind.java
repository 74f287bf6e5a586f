package org.ovoz.local.carrier.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. The name on the wire is lower case with hyphens. */
public enum FaultKind {
    /** The create request is refused with the fault's code, 21610 unless told. */
    REFUSE(21610),
    /** Accepted and sent, then undelivered with the fault's code, 30003 unless told. */
    UNDELIVERED(30003),
    /** Accepted, then failed with the fault's code, 30008 unless told. */
    FAILED(30008),
    /** The create request is answered 429; nothing is sent. */
    RATE_LIMIT(20429),
    /** The create request is answered 5xx (fault code 20500 to 20504, 20503 unless told); nothing is sent. */
    SERVER_ERROR(20503),
    /** The create request is answered 5xx although it was accepted and goes out. */
    SERVER_ERROR_AFTER_ACCEPTANCE(20503),
    /** The request is accepted and goes out, and its answer never comes. */
    ANSWER_LOST(0),
    /** A webhook is sent as often as the fault's {@code times} says, 2 unless told. */
    WEBHOOK_DUPLICATE(0),
    /** A webhook waits for the fault's {@code delayMillis}. */
    WEBHOOK_DELAY(0),
    /** A webhook waits until the next one about the same phone was answered. */
    WEBHOOK_OUT_OF_ORDER(0),
    /** A webhook is never sent, as when the application could not be reached; it appears among the errors. */
    WEBHOOK_LOST(11200),
    /** What came with a text is not given: answered 5xx (fault code 20500 to 20504, 20503 unless told). */
    MEDIA_ERROR(20503),
    /** What came with a text is not there, or not yet. */
    MEDIA_MISSING(0),
    /** What came with a text is given after the fault's {@code delayMillis}. */
    MEDIA_DELAY(0);

    private final int defaultCode;

    FaultKind(int defaultCode) {
        this.defaultCode = defaultCode;
    }

    public int defaultCode() {
        return defaultCode;
    }

    public boolean concernsWebhooks() {
        return name().startsWith("WEBHOOK");
    }

    public boolean concernsMedia() {
        return name().startsWith("MEDIA");
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FaultKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
