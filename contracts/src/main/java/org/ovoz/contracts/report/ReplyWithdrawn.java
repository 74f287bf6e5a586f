package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** A reply that waited was taken back, and does not go out. */
public record ReplyWithdrawn(ReportId reportId, ItemId itemId, Instant at) implements ReportEvent {}
