package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** The reporter wrote again, or something that came with a text arrived after it was read; starts a clock of its own. */
public record ReporterWrote(ReportId reportId, ItemId itemId, Channel channel, Instant at) implements ReportEvent {}
