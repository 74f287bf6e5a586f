package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** The carrier took the reply. */
public record ReplySent(ReportId reportId, ItemId itemId, Instant at) implements ReportEvent {}
