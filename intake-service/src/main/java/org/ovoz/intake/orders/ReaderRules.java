package org.ovoz.intake.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.orders.action.OrderedReport;
import org.ovoz.intake.orders.action.Refusal;

/**
 * Which team is served which report (DESIGN 3): a recipient is, an escalation team only once the report is overdue by intake's own clock,
 * or when all who were to answer it were suspended: then nobody else can.
 */
final class ReaderRules {

    private ReaderRules() {}

    /** Empty if the team may go on. */
    static Optional<Refusal> refuse(
            OrderedReport report, TeamId team, Instant now, Duration overdueAfter, Predicate<TeamId> suspended) {
        Optional<OrderedReport.Reader> reader =
                report.readers().stream().filter(one -> one.team().equals(team)).findFirst();
        if (reader.isEmpty()) {
            return Optional.of(Refusal.unknownReport());
        }
        boolean waits = reader.get().as() == AddressedAs.ESCALATION
                && reader.get().servedAt() == null
                && !isOverdue(report, now, overdueAfter)
                && !isOrphaned(report, suspended);
        return waits ? Optional.of(Refusal.of(403, "not-a-recipient", "The report is not overdue")) : Optional.empty();
    }

    private static boolean isOrphaned(OrderedReport report, Predicate<TeamId> suspended) {
        return report.readers().stream()
                .filter(reader -> reader.as() != AddressedAs.ESCALATION)
                .allMatch(reader -> suspended.test(reader.team()));
    }

    static boolean isOverdue(OrderedReport report, Instant now, Duration overdueAfter) {
        Instant since = report.times().unreadSince();
        return since != null && !now.isBefore(since.plus(overdueAfter));
    }
}
