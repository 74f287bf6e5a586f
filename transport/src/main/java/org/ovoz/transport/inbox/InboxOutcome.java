package org.ovoz.transport.inbox;

/** What became of an event. In each case it is stored, and the record may be acknowledged. */
public sealed interface InboxOutcome {

    /** Its effects are committed. */
    record Applied() implements InboxOutcome {}

    /** It had come before, or a newer one of a compacted topic had. */
    record Duplicate() implements InboxOutcome {}

    /** It came ahead of its turn, or an earlier one of its key is parked. It is applied when its turn comes. */
    record Waiting() implements InboxOutcome {}

    /** It cannot be applied; people are shown it. The events behind it with the same key and topic wait. */
    record Parked(String reason) implements InboxOutcome {}
}
