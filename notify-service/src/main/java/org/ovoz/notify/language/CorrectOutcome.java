package org.ovoz.notify.language;

import org.ovoz.notify.cases.CaseView;

/** What became of a correction. */
sealed interface CorrectOutcome {

    record Corrected(CaseView view) implements CorrectOutcome {}

    /** Only whoever holds a report has read it. */
    record ClaimNeeded() implements CorrectOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements CorrectOutcome {}
}
