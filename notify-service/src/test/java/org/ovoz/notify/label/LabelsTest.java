package org.ovoz.notify.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

/** Whoever has read a report knows better than its form whether somebody is in danger. */
@DeskTest
class LabelsTest {

    @Inject
    MovableClock clock;

    private Person aziza;
    private Report report;

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void dangerThatWasFoundOutCountsAtOnceAndShortensTheLease() {
        label(true, true).then().statusCode(200).body("danger", equalTo(true)).body("child", equalTo(true));
        var seen = report.await(Person.aResponderOf(aziza.team()), view -> view.getBoolean("danger"));
        assertThat(Instant.parse(seen.getString("leaseUntil")))
                .isBefore(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(seen.getList("timeline.what")).containsOnlyOnce("labels-corrected");
    }

    @Test
    void whatIntakeToldIsKeptAndHoldsAgainOnceNobodySaysOtherwise() {
        Report child = Report.to(aziza.team()).ofSomebodyInDanger().ofAChild().waitingFor(aziza);
        Api.as(aziza).post(child.path() + "/claim").then().statusCode(200);
        label(child, false, null).then().body("danger", equalTo(false)).body("child", equalTo(true));
        assertThat(Sql.read(
                        "SELECT reported_danger || ' ' || reported_child FROM report_case WHERE id = ?",
                        child.id().value()))
                .containsExactly("true true");
        label(child, false, false).then().body("child", equalTo(false));
        label(child, null, null).then().body("danger", equalTo(true)).body("child", equalTo(true));
    }

    @Test
    void theSameAgainIsNoChange() {
        label(true, null).then().statusCode(200);
        label(true, null).then().statusCode(200);
        assertThat(report.await(aziza, seen -> true).getList("timeline.what")).containsOnlyOnce("labels-corrected");
    }

    @Test
    void onlyTheHolderSaysSo() {
        Person bek = Person.aResponderOf(aziza.team());
        label(bek, true).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        label(Person.aResponderOf(Team.aTeam()), true).then().statusCode(404);
        clock.putForward(Duration.ofMinutes(61));
        label(aziza, true).then().statusCode(409);
        assertThat(report.await(aziza, seen -> true).getBoolean("danger")).isFalse();
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        Api.as(aziza)
                .contentType("application/json")
                .body("{\"danger\":\"perhaps\"}")
                .put(report.path() + "/labels")
                .then()
                .statusCode(400);
    }

    private Response label(@Nullable Boolean danger, @Nullable Boolean child) {
        return label(report, danger, child);
    }

    private Response label(Report about, @Nullable Boolean danger, @Nullable Boolean child) {
        return put(aziza, about, danger, child);
    }

    private Response label(Person who, boolean danger) {
        return put(who, report, danger, null);
    }

    private static Response put(Person who, Report about, @Nullable Boolean danger, @Nullable Boolean child) {
        Map<String, Object> body = new HashMap<>();
        body.put("danger", danger);
        body.put("child", child);
        return Api.as(who).contentType("application/json").body(body).put(about.path() + "/labels");
    }
}
