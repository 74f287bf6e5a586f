package org.ovoz.notify.key.recovery;

/** What became of a drill that was reported. */
sealed interface DrillOutcome {

    record Noted() implements DrillOutcome {}

    /** There is no such recovery key of the caller's organisation. */
    record NotYours() implements DrillOutcome {}

    /** Nobody showed that the papers brought the key back. */
    record Unproven() implements DrillOutcome {}
}
