package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** The gate or the carrier refused a reply; it did not go out. */
public record ReplyRefused(ReportId reportId, ItemId itemId, ReplyRefusal reason, Instant at) implements ReportEvent {}
