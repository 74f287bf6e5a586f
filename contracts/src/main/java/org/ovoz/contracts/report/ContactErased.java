package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** Number and look-up entry are gone; nothing can go out any more. */
public record ContactErased(ReportId reportId, Instant at) implements ReportEvent {}
