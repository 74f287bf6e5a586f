package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** The report's key is gone; nobody can open it any more, backups included. */
public record ReportShredded(ReportId reportId, Instant at) implements ReportEvent {}
