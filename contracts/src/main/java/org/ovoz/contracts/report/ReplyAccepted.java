package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** A reply passed the gate and waits to go out. */
public record ReplyAccepted(ReportId reportId, ItemId itemId, Instant at) implements ReportEvent {}
