package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** The desk took the report into its queue. */
public record CaseOpened(ReportId reportId, Instant at) implements DeskEvent {}
