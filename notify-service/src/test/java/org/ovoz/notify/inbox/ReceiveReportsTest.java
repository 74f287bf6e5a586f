package org.ovoz.notify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class ReceiveReportsTest {

    private Person aziza;

    @BeforeEach
    void aTeamOnCall() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void aReportThatCameInWaitsInTheQueueOfItsTeam() {
        Instant received = Instant.parse("2026-11-24T01:02:03.456Z");
        Report report = Report.to(aziza.team()).receivedAt(received);
        Bus.send(report.received());
        JsonPath seen = report.await(aziza, one -> true);
        assertThat(seen.getString("state")).isEqualTo("waiting");
        assertThat(seen.getString("language")).isEqualTo("uz-Latn");
        assertThat(seen.getString("texts")).isEqualTo("unknown");
        assertThat(seen.getList("teams")).containsExactly(aziza.team().id().value());
        assertThat(Instant.parse(seen.getString("receivedAt"))).isEqualTo(received);
        assertThat(Instant.parse(seen.getString("readBy"))).isEqualTo(received.plus(Duration.ofMinutes(15)));
    }

    @Test
    void theSameEventTenTimesIsOneCaseOneLadderAndOneAlertPerWay() {
        Report report = Report.to(aziza.team());
        Bus.Sent received = report.received();
        for (int i = 0; i < 10; i++) {
            Bus.send(received);
        }
        Bus.send(report.wroteAgain());
        report.await(aziza, seen -> seen.getList("timeline.what").contains("reporter-wrote"));
        assertThat(Sql.read(
                        "SELECT count(*) FROM report_case WHERE id = ?",
                        report.id().value()))
                .containsExactly("1");
        assertThat(Sql.read(
                        "SELECT id FROM ladder WHERE report_id = ?", report.id().value()))
                .hasSize(1);
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().askedFor(aziza.sms())).hasSize(1));
        assertThat(Sql.read(
                        "SELECT kind FROM alert WHERE report_id = ? ORDER BY kind",
                        report.id().value()))
                .containsExactly("email", "sms");
    }

    @Test
    void eventsThatArriveOutOfOrderAreAppliedInOrder() {
        Report report = Report.to(aziza.team());
        Bus.Sent first = report.received();
        Bus.Sent second = report.wroteAgain();
        Bus.Sent third = report.closed();
        Bus.send(third);
        Bus.send(second);
        Bus.send(first);
        JsonPath seen = report.await(aziza, one -> one.getString("state").equals("closed"));
        assertThat(seen.getList("timeline.what"))
                .containsSubsequence("report-received", "reporter-wrote", "report-closed");
    }

    @Test
    void aReporterWhoWritesAgainStartsAClockAnew() {
        Report report = Report.inTheQueueOf(aziza);
        String readBy = report.await(aziza, seen -> true).getString("readBy");
        Sql.change(
                "UPDATE report_case SET read_by = NULL WHERE id = ?",
                report.id().value());
        Bus.send(report.wroteAgain());
        JsonPath seen = report.await(aziza, one -> one.getString("readBy") != null);
        assertThat(Instant.parse(seen.getString("readBy"))).isAfter(Instant.parse(readBy));
    }

    @Test
    void aClosedReportIsOpenAgainWhenItsReporterWrites() {
        Report report = Report.inTheQueueOf(aziza);
        Bus.send(report.closed());
        report.await(aziza, seen -> seen.getString("state").equals("closed"));
        Bus.send(report.wroteAgain());
        report.await(aziza, seen -> seen.getString("state").equals("waiting"));
    }

    @Test
    void everyChangeIsToldOnTheBusInOrder() {
        Report report = Report.inTheQueueOf(aziza);
        Bus.send(report.wroteAgain());
        Bus.send(report.closed());
        Eventually.so(() -> assertThat(Bus.told(report.id().toString()))
                .containsExactly("CaseOpened", "CaseUpdated", "ReportClosed"));
    }
}
