package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** The responsible team closed the report by order. */
public record ConversationClosed(ReportId reportId, Instant at) implements ReportEvent {}
