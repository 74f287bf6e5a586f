package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** A responder holds the report until the lease ends. */
public record ReportClaimed(ReportId reportId, PersonId by, Instant leaseUntil, Instant at) implements DeskEvent {}
