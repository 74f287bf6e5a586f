package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;

/** What the reporter allows changed. */
public record SafeContactChanged(ReportId reportId, TextsAllowed texts, Instant at) implements ReportEvent {}
