package org.ovoz.notify.key;

/** What became of a key that was handed in. */
sealed interface KeyOutcome {

    /** Kept; also when it was there. */
    record Kept(String kid) implements KeyOutcome {}

    /** It is no public P-256 key. */
    record Refused() implements KeyOutcome {}

    /** There is another one, which the form does not say it replaces. */
    record Exists() implements KeyOutcome {}

    /** New words for a key of which nobody showed that it is in hand. */
    record Unproven() implements KeyOutcome {}
}
