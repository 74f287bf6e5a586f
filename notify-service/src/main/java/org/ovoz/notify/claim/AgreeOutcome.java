package org.ovoz.notify.claim;

import org.ovoz.notify.cases.CaseView;

/** What became of a time that was agreed on. */
public sealed interface AgreeOutcome {

    record Agreed(CaseView view) implements AgreeOutcome {}

    /** It is over, or too far ahead: a claim must not be held for days. */
    record BadTime() implements AgreeOutcome {}

    /** The caller does not hold it (any more). */
    record NotYourClaim() implements AgreeOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements AgreeOutcome {}
}
