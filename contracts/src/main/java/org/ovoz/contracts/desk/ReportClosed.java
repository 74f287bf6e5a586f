package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** The report left the queue. */
public record ReportClosed(ReportId reportId, Instant at) implements DeskEvent {}
