package org.ovoz.notify.block;

import org.ovoz.notify.cases.CaseView;

/** What became of proposing, confirming or ending a block. */
sealed interface BlockOutcome {

    record Done(CaseView view) implements BlockOutcome {}

    /** Somebody in danger, or a child, is always heard. */
    record Protected() implements BlockOutcome {}

    /** Who decides that has read what the reporter wrote. */
    record Unread() implements BlockOutcome {}

    /** One is proposed or holds. */
    record AlreadyThere() implements BlockOutcome {}

    /** None is proposed by another of the caller's organisation, or none is there to be ended. */
    record NothingThere() implements BlockOutcome {}

    /** It takes two people. */
    record YourOwn() implements BlockOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements BlockOutcome {}
}
