package org.ovoz.notify.conflict;

/** What became of lifting a conflict of interest. */
sealed interface LiftOutcome {

    /** The person sees the report again. */
    record Lifted() implements LiftOutcome {}

    /** Nobody lifts their own. */
    record YourOwn() implements LiftOutcome {}

    /** No such conflict of somebody of the caller's organisation, in a case that the caller sees. */
    record NotThere() implements LiftOutcome {}
}
