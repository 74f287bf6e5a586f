package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Team;

@IntakeTest
class EscalationTest {

    private final Responder night = Responder.of(Team.NIGHT);
    private final Reporter reporter = Reporter.whoWrote(Reporter.CRY);
    private final ReportId report = reporter.report();

    @Test
    void anEscalationTeamIsNotServedWhileAReportIsNotOverdue() {
        assertRefused(night.fetch(report).send(), 403, "not-a-recipient");
        MovableClock.putForward(Duration.ofMinutes(14));
        assertRefused(night.fetch(report).send(), 403, "not-a-recipient");
    }

    @Test
    void itIsServedOnceTheReportWasUnreadForAQuarterOfAnHour() {
        MovableClock.putForward(Duration.ofMinutes(15));
        assertThat(night.opens(report).texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY);
    }

    @Test
    void onceServedItStaysIn() {
        MovableClock.putForward(Duration.ofMinutes(15));
        night.opens(report);
        reporter.writes("yana");
        assertThat(night.opens(report).texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY, "yana");
    }

    @Test
    void aReportThatWasReadInTimeIsNeverOverdue() {
        Responder.of(Team.NORTH).opens(report);
        MovableClock.putForward(Duration.ofHours(2));
        assertRefused(night.fetch(report).send(), 403, "not-a-recipient");
    }

    @Test
    void aLaterMessageThatNobodyReadsLetsItIn() {
        Responder.of(Team.NORTH).opens(report);
        reporter.writes("yana");
        MovableClock.putForward(Duration.ofMinutes(15));
        assertThat(night.opens(report).texts(ItemKind.MESSAGE)).hasSize(2);
    }

    @Test
    void aClosedReportIsNotOverdue() {
        Responder.of(Team.NORTH).close(report).send();
        MovableClock.putForward(Duration.ofHours(2));
        assertRefused(night.fetch(report).send(), 403, "not-a-recipient");
    }
}
