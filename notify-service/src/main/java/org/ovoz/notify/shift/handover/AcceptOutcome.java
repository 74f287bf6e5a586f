package org.ovoz.notify.shift.handover;

/** What became of the wish to answer for what a duty leaves behind. */
sealed interface AcceptOutcome {

    /** @param reports how many were on the list */
    record Accepted(int reports) implements AcceptOutcome {}

    record AlreadyAccepted() implements AcceptOutcome {}

    /** The caller is not checked in for the team when the duty ends. */
    record NotOnDutyThen() implements AcceptOutcome {}

    record NotYours() implements AcceptOutcome {}
}
