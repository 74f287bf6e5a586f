package org.ovoz.notify.handover;

import org.ovoz.notify.cases.CaseView;

/** What became of the wish to take a report over. */
sealed interface AcceptOutcome {

    /** The caller holds it. */
    record Accepted(CaseView view) implements AcceptOutcome {}

    /** Not to the caller's teams, or not any more. */
    record NotOffered() implements AcceptOutcome {}

    /** Somebody else has it who does not offer it. */
    record AlreadyClaimed() implements AcceptOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements AcceptOutcome {}
}
