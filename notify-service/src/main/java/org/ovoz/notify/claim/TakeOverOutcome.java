package org.ovoz.notify.claim;

import org.ovoz.notify.cases.CaseView;

/** What became of taking a report from its holder. */
public sealed interface TakeOverOutcome {

    record TakenOver(CaseView view) implements TakeOverOutcome {}

    /** Whom it was to be taken from does not hold it (any more). */
    record HolderChanged() implements TakeOverOutcome {}

    /** Its holder is of another organisation, whose coordinators decide. */
    record OtherOrganisation() implements TakeOverOutcome {}

    /** Who does not answer reports holds none; it can go back into the queue. */
    record NoResponder() implements TakeOverOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements TakeOverOutcome {}
}
