package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/**
 * A reply waits for a safe hour; told again when that moves.
 *
 * @param goesAt when it is to go out, if the gate lets it out then
 */
public record ReplyScheduled(ReportId reportId, ItemId itemId, Instant goesAt, Instant at) implements ReportEvent {}
