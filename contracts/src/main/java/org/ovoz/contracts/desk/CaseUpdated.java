package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** Something that the queue shows changed: a message came, a reply's fate, what the reporter allows. */
public record CaseUpdated(ReportId reportId, Instant at) implements DeskEvent {}
