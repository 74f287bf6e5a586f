package org.ovoz.notify.due;

/** What became of ticking off. */
sealed interface TickOutcome {

    /** Also when it was ticked off before. */
    record Ticked() implements TickOutcome {}

    /** Nothing of this kind is due at that time (any more). */
    record NotDue() implements TickOutcome {}

    record ClaimNeeded() implements TickOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements TickOutcome {}
}
