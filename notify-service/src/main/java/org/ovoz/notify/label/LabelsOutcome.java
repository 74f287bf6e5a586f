package org.ovoz.notify.label;

import org.ovoz.notify.cases.CaseView;

/** What became of a correction. */
sealed interface LabelsOutcome {

    /** Also when they were so before. */
    record Corrected(CaseView view) implements LabelsOutcome {}

    /** Only whoever holds a report has read it. */
    record ClaimNeeded() implements LabelsOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements LabelsOutcome {}
}
