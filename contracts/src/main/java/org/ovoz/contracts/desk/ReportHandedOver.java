package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;

/**
 * Somebody of the team that was asked took the report over, and holds it until the lease ends.
 *
 * @param from whose person offered it
 */
public record ReportHandedOver(ReportId reportId, TeamId from, TeamId to, PersonId by, Instant leaseUntil, Instant at)
        implements DeskEvent {}
