package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.orders.action.OrderedReport;
import org.ovoz.intake.orders.action.Refusal;

class ReaderRulesTest {

    private static final TeamId TEAM = new TeamId("north");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Predicate<TeamId> NONE = team -> false;
    private static final OrderedReport.Reader ANSWERS =
            new OrderedReport.Reader(new TeamId("east"), AddressedAs.RESPONSIBLE, null);
    private static final Instant WROTE = Instant.parse("2026-11-24T01:00:00Z");

    @Test
    void aResponsibleTeamIsServed() {
        assertThat(refusal(reader(AddressedAs.RESPONSIBLE, null), WROTE, Duration.ZERO))
                .isEmpty();
        assertThat(refusal(reader(AddressedAs.CATCH_ALL, null), WROTE, Duration.ZERO))
                .isEmpty();
    }

    @Test
    void aTeamThatIsNoRecipientLearnsNothing() {
        OrderedReport report = report(List.of(), WROTE);
        assertThat(ReaderRules.refuse(report, TEAM, WROTE, QUARTER, NONE)).contains(Refusal.unknownReport());
    }

    @Test
    void anEscalationTeamWaitsForAQuarterOfAnHour() {
        OrderedReport.Reader escalation = reader(AddressedAs.ESCALATION, null);
        assertThat(refusal(escalation, WROTE, QUARTER.minusMillis(1)).map(Refusal::status))
                .contains(403);
        assertThat(refusal(escalation, WROTE, QUARTER)).isEmpty();
    }

    @Test
    void anEscalationTeamThatWasServedStaysIn() {
        assertThat(refusal(reader(AddressedAs.ESCALATION, WROTE), null, Duration.ZERO))
                .isEmpty();
    }

    @Test
    void whatWasReadIsNotOverdue() {
        assertThat(refusal(reader(AddressedAs.ESCALATION, null), null, Duration.ofDays(1)))
                .isPresent();
    }

    @Test
    void anEscalationTeamIsLetInWhenAllWhoWereToAnswerWereSuspended() {
        OrderedReport.Reader escalation = reader(AddressedAs.ESCALATION, null);
        OrderedReport report = report(List.of(escalation, ANSWERS), null);
        assertThat(ReaderRules.refuse(report, TEAM, WROTE, QUARTER, ANSWERS.team()::equals))
                .isEmpty();
        OrderedReport.Reader other = new OrderedReport.Reader(new TeamId("south"), AddressedAs.CATCH_ALL, null);
        assertThat(ReaderRules.refuse(
                        report(List.of(escalation, ANSWERS, other), null),
                        TEAM,
                        WROTE,
                        QUARTER,
                        ANSWERS.team()::equals))
                .isPresent();
    }

    private static Optional<Refusal> refusal(
            OrderedReport.Reader reader, @Nullable Instant unreadSince, Duration later) {
        return ReaderRules.refuse(
                report(List.of(reader, ANSWERS), unreadSince), TEAM, WROTE.plus(later), QUARTER, NONE);
    }

    private static OrderedReport.Reader reader(AddressedAs as, @Nullable Instant servedAt) {
        return new OrderedReport.Reader(TEAM, as, servedAt);
    }

    private static OrderedReport report(List<OrderedReport.Reader> readers, @Nullable Instant unreadSince) {
        return new OrderedReport(
                new ReportId(Ids.random()),
                OrderedReport.State.OPEN,
                SafeContact.UNKNOWN,
                new OrderedReport.Times(unreadSince, null),
                Ids.random(),
                readers);
    }
}
