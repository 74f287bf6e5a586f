package org.ovoz.notify.shift.duty;

/** What became of the wish to take a duty over. */
sealed interface SwapOutcome {

    /** It is the caller's now, and not checked in. */
    record Taken() implements SwapOutcome {}

    /** Nobody offers it to the caller: taken, withdrawn, begun, or of another team. */
    record NotOffered() implements SwapOutcome {}

    /** The caller is on duty for the team then already. */
    record OnDutyThen() implements SwapOutcome {}
}
