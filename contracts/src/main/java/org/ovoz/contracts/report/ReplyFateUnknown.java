package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** The carrier did not answer: the reply may or may not have gone out. It is never sent again by itself. */
public record ReplyFateUnknown(ReportId reportId, ItemId itemId, Instant at) implements ReportEvent {}
