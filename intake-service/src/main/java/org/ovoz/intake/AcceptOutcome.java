package org.ovoz.intake;

import org.ovoz.contracts.ReportId;

/** What became of a message. In each case it is committed, and its sender may be told that it arrived. */
public sealed interface AcceptOutcome {

    /** Of a new report or of one that goes on. */
    record Accepted(ReportId report, boolean isNew) implements AcceptOutcome {}

    /** It had come before. */
    record Duplicate(ReportId report) implements AcceptOutcome {}
}
