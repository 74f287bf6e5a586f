package org.ovoz.contracts.report;

import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.ReportId;

/**
 * A responder's order let a team in, or took one out. What comes later goes to these.
 *
 * @param addressed all current recipients, the suspended ones too
 */
public record RecipientsChanged(ReportId reportId, List<Addressed> addressed, Instant at) implements ReportEvent {}
