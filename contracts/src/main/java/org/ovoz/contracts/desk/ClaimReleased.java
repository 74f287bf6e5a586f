package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** The holder gave the claim back. */
public record ClaimReleased(ReportId reportId, PersonId by, Instant at) implements DeskEvent {}
