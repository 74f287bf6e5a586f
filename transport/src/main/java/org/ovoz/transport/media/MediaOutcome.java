package org.ovoz.transport.media;

/** What became of one attempt to fetch. */
public sealed interface MediaOutcome {

    record Fetched(byte[] bytes) implements MediaOutcome {

        @Override
        public String toString() {
            return "Fetched[REDACTED]";
        }
    }

    /** More than is taken; not read to its end. */
    record TooLarge() implements MediaOutcome {}

    /** The carrier has no such thing, or not yet. */
    record NotThere() implements MediaOutcome {}

    /** Not given this time. */
    record NotGiven(Why why) implements MediaOutcome {}

    /** For logs; another attempt may go better with each of them. */
    enum Why {
        NOT_REACHED,
        LATE,
        BROKEN_OFF,
        /** The account's credentials are not taken. */
        NOT_ADMITTED,
        TOO_BUSY,
        CARRIER_FAULT,
        /** It pointed to a host that nobody trusts here. */
        SENT_ELSEWHERE,
        UNREADABLE_ANSWER
    }
}
