package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** The carrier says that the reply reached the phone. */
public record ReplyDelivered(ReportId reportId, ItemId itemId, Instant at) implements ReportEvent {}
