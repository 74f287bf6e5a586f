package org.ovoz.notify.claim;

import org.ovoz.notify.cases.CaseView;

/** What became of a claim. */
public sealed interface ClaimOutcome {

    /** The caller holds the case; also when they held it before, with a new lease. */
    record Claimed(CaseView view) implements ClaimOutcome {}

    /** Somebody else was first. */
    record AlreadyClaimed() implements ClaimOutcome {}

    record ReportClosed() implements ClaimOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements ClaimOutcome {}
}
