package org.ovoz.notify.due;

/** What became of saying what is due. */
sealed interface SetOutcome {

    record Kept() implements SetOutcome {}

    /** So far away, or so long ago, that it is a mistake. */
    record BadTime() implements SetOutcome {}

    record ClaimNeeded() implements SetOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements SetOutcome {}
}
