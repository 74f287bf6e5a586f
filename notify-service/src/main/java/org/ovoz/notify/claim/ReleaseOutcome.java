package org.ovoz.notify.claim;

import org.ovoz.notify.cases.CaseView;

/** What became of giving a claim back. */
public sealed interface ReleaseOutcome {

    record Released(CaseView view) implements ReleaseOutcome {}

    /** The caller does not hold it (any more). */
    record NotYourClaim() implements ReleaseOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements ReleaseOutcome {}
}
