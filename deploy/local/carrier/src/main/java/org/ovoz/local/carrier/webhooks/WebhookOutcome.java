package org.ovoz.local.carrier.webhooks;

/** What came of one request to an application. */
public sealed interface WebhookOutcome {

    /** It answered, with whatever status. */
    record Answered(int status, String contentType, String body) implements WebhookOutcome {}

    /** No connection. */
    record Unreachable(String why) implements WebhookOutcome {}

    /** A connection, and no complete answer in time. */
    record TimedOut(String why) implements WebhookOutcome {}

    default boolean succeeded() {
        return this instanceof Answered answered && answered.status() >= 200 && answered.status() < 300;
    }

    /** In a few words, for the list of errors. */
    default String describe() {
        return switch (this) {
            case Answered answered -> "HTTP " + answered.status();
            case Unreachable unreachable -> unreachable.why();
            case TimedOut timedOut -> timedOut.why();
        };
    }
}
