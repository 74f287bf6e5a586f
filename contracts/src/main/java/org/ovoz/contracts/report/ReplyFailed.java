package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** The carrier took the reply and could not deliver it. */
public record ReplyFailed(ReportId reportId, ItemId itemId, ReplyFailure reason, Instant at) implements ReportEvent {}
