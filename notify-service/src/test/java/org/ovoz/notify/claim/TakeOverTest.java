package org.ovoz.notify.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class TakeOverTest {

    private static final int ROUNDS = 30;

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person nadia;

    @BeforeEach
    void aResponderAndACoordinatorWhoAnswersToo() {
        aziza = Person.aResponderOf(Team.aTeam());
        nadia = Person.aCoordinatorWhoAnswersIn(aziza.team());
    }

    @Test
    void aCoordinatorTakesAReportFromItsHolderAndSaysWhy() {
        Report report = claimedByAziza();
        takeOver(nadia, report, "not-there", "my-claim")
                .then()
                .statusCode(200)
                .body("claimedBy", equalTo(nadia.handle()));
        assertThat(Sql.read(
                        "SELECT what || ' ' || coalesce(subject, '-') FROM audit WHERE chain = ? ORDER BY sequence",
                        "report:" + report.id()))
                .containsSubsequence("report-claimed -", "claim-taken-away -", "claim-taken-over not-there");
        var seen = report.await(aziza, any -> true);
        assertThat(seen.getString("timeline.find { it.what == 'claim-taken-over' }.reason"))
                .isEqualTo("not-there");
        assertThat(seen.getString("timeline.find { it.what == 'claim-taken-away' }.who"))
                .isEqualTo(aziza.handle());
        Eventually.so(() -> assertThat(Bus.told(report.id().toString()))
                .containsSubsequence("ReportClaimed", "ClaimReleased", "ReportClaimed"));
    }

    @Test
    void orGivesItBackToTheQueue() {
        Report report = claimedByAziza();
        takeOver(Person.aCoordinatorOf(aziza.team()), report, "overdue", "queue")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .body("claimedBy", nullValue());
        assertThat(Sql.read(
                        "SELECT what || ' ' || coalesce(subject, '-') FROM audit WHERE chain = ? ORDER BY sequence",
                        "report:" + report.id()))
                .containsSubsequence("claim-taken-away -", "claim-taken-back overdue");
        claim(Person.aResponderOf(aziza.team()), report).then().statusCode(200);
    }

    @Test
    void whoAnswersNoReportsHoldsNone() {
        Report report = claimedByAziza();
        refused(takeOver(Person.aCoordinatorOf(aziza.team()), report, "overdue", "my-claim"), 403, "no-responder");
        report.await(aziza, seen -> aziza.handle().equals(seen.getString("claimedBy")));
    }

    @Test
    void onlyACoordinatorTakesOver() {
        Report report = claimedByAziza();
        refused(takeOver(Person.aResponderOf(aziza.team()), report, "overdue", "my-claim"), 403, "not-allowed");
    }

    @Test
    void ofAnotherOrganisationsHolderItsOwnCoordinatorsDecide() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        Report report = Report.to(aziza.team()).addressedTo(stranger.team()).waitingFor(stranger);
        claim(stranger, report).then().statusCode(200);
        refused(takeOver(nadia, report, stranger.handle(), "overdue", "queue"), 403, "other-organisation");
    }

    @Test
    void aReportThatIsNotTheirsIsNotThere() {
        Report report = claimedByAziza();
        Person elsewhere = Person.aCoordinatorOf(Team.aTeam());
        refused(takeOver(elsewhere, report, "overdue", "queue"), 404, "unknown-report");
    }

    @Test
    void withoutAReasonNothingIsTaken() {
        Report report = claimedByAziza();
        refused(takeOver(nadia, report, "because", "my-claim"), 400, "bad-request");
        Api.as(nadia)
                .contentType("application/json")
                .body(Map.of("from", aziza.handle(), "into", "my-claim"))
                .post(report.path() + "/take-over")
                .then()
                .statusCode(400);
        report.await(aziza, seen -> aziza.handle().equals(seen.getString("claimedBy")));
    }

    @Test
    void whoeverHoldsItByNowIsNotTakenBySurprise() {
        Report report = claimedByAziza();
        Person bek = Person.aResponderOf(aziza.team());
        Api.as(aziza).post(report.path() + "/release").then().statusCode(200);
        refused(takeOver(nadia, report, "overdue", "my-claim"), 409, "holder-changed");
        claim(bek, report).then().statusCode(200);
        refused(takeOver(nadia, report, "overdue", "my-claim"), 409, "holder-changed");
        clock.putForward(Duration.ofMinutes(61));
        refused(takeOver(nadia, report, bek.handle(), "overdue", "my-claim"), 409, "holder-changed");
    }

    @Test
    void aTimeThatTheFormerHolderAgreedOnDoesNotHoldForTheNext() {
        Report report = claimedByAziza();
        Api.as(aziza)
                .contentType("application/json")
                .body(Map.of("until", clock.instant().plus(Duration.ofHours(5)).toString()))
                .put(report.path() + "/claim/agreed-time")
                .then()
                .statusCode(200);
        takeOver(nadia, report, "not-there", "my-claim").then().statusCode(200).body("agreedUntil", nullValue());
        claim(nadia, report).then().statusCode(200).body("agreedUntil", nullValue());
    }

    @Test
    void ofATakeOverAndAReleaseAtOnceOneCounts() throws Exception {
        Report report = Report.inTheQueueOf(aziza);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                claim(aziza, report).then().statusCode(200);
                List<Callable<Response>> acts = List.of(
                        () -> takeOver(nadia, report, "own-wish", "my-claim"),
                        () -> Api.as(aziza).post(report.path() + "/release"));
                List<Integer> statuses = both.invokeAll(acts).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                var now = report.await(aziza, seen -> true);
                if (statuses.getFirst() == 200) {
                    assertThat(now.getString("claimedBy")).isEqualTo(nadia.handle());
                    Api.as(nadia).post(report.path() + "/release").then().statusCode(200);
                } else {
                    assertThat(now.getString("state")).isEqualTo("waiting");
                }
            }
        }
    }

    private Report claimedByAziza() {
        Report report = Report.inTheQueueOf(aziza);
        claim(aziza, report).then().statusCode(200);
        return report;
    }

    private static Response claim(Person who, Report report) {
        return Api.as(who).post(report.path() + "/claim");
    }

    private Response takeOver(Person who, Report report, String reason, String into) {
        return takeOver(who, report, aziza.handle(), reason, into);
    }

    private static Response takeOver(Person who, Report report, String from, String reason, String into) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("from", from, "reason", reason, "into", into))
                .post(report.path() + "/take-over");
    }

    private static void refused(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("urn:ovoz:problem:" + problem));
    }
}
