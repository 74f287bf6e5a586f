package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** The lease ended without an action. */
public record ClaimLapsed(ReportId reportId, PersonId by, Instant at) implements DeskEvent {}
