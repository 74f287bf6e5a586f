package org.ovoz.notify.shift.handover;

/** What became of the wish to answer for what a duty leaves behind. */
sealed interface AcceptOutcome {

    /** @param reports how many were on the list that nobody had accepted */
    record Accepted(int reports) implements AcceptOutcome {}

    /** Of what is open by now, all. */
    record AlreadyAccepted() implements AcceptOutcome {}

    /** Its list is not shown yet. */
    record TooEarly() implements AcceptOutcome {}

    /** The caller is not checked in for the team when the duty ends. */
    record NotOnDutyThen() implements AcceptOutcome {}

    record NotYours() implements AcceptOutcome {}
}
