package org.ovoz.notify.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class EscalateUnreadTest {

    @Inject
    MovableClock clock;

    @Test
    void aReportThatNobodyReadIsShownToTheTeamThatStepsInAndItIsTold() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        Person stepsIn = Person.aResponderOf(Team.aTeam());
        Report report = Report.to(aziza.team()).escalatingTo(stepsIn.team());
        Bus.send(report.received());
        report.await(aziza, seen -> true);
        Api.as(stepsIn).get(report.path()).then().statusCode(404);
        assertThat(DeskSetting.get().carrier().askedFor(stepsIn.sms())).isEmpty();

        clock.putForward(Duration.ofMinutes(16));
        report.await(stepsIn, seen -> true);
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().askedFor(stepsIn.sms())).hasSize(1));
        Api.as(stepsIn).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void aReportThatWasReadInTimeIsNotShownToThem() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        Person stepsIn = Person.aResponderOf(Team.aTeam());
        Report report = Report.to(aziza.team()).escalatingTo(stepsIn.team());
        Bus.send(report.received());
        report.await(aziza, seen -> true);
        Sql.change(
                "UPDATE report_case SET first_opened_at = received_at WHERE id = ?",
                report.id().value());
        clock.putForward(Duration.ofMinutes(16));
        Api.as(stepsIn).get(report.path()).then().statusCode(404);
    }

    @Test
    void aSuspendedTeamIsNotAlerted() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        aziza.team().suspend().then().statusCode(200);
        Report report = Report.to(aziza.team());
        Bus.send(report.received());
        Eventually.so(() -> assertThat(Sql.read("SELECT what FROM audit WHERE chain = ?", "report:" + report.id()))
                .contains("nobody-alerted"));
        Api.as(aziza).get(report.path()).then().statusCode(404);
    }
}
