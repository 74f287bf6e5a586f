package org.ovoz.notify.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.ovoz.contracts.order.OrderAction.ERASE;
import static org.ovoz.contracts.order.OrderAction.FETCH;

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
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.StaffWebhook;
import org.ovoz.notify.setting.Team;

@DeskTest
class ConflictTest {

    private static final int ROUNDS = 30;

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;

    @BeforeEach
    void aTeam() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
    }

    @Test
    void aReportInConflictIsNowhereForWhoDeclaredIt() {
        Report report = Report.inTheQueueOf(aziza);
        declare(aziza, report, "family").then().statusCode(204);
        for (String list : List.of("open", "mine", "closed")) {
            assertThat(listed(aziza, list)).doesNotContain(report.id().toString());
        }
        Api.as(aziza).get(report.path()).then().statusCode(404);
        for (String act : List.of("/claim", "/release", "/acknowledge")) {
            Api.as(aziza)
                    .post(report.path() + act)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:ovoz:problem:unknown-report"));
        }
        for (var action : List.of(FETCH, ERASE)) {
            Order.of(action, report, aziza.team()).by(aziza, report).then().statusCode(404);
        }
        Api.as(aziza)
                .contentType("application/json")
                .body(Map.of("doing", "reading"))
                .put(report.path() + "/presence")
                .then()
                .statusCode(404);
        assertThat(listed(bek, "open")).contains(report.id().toString());
        Bus.send(report.closed());
        report.await(bek, seen -> seen.getString("state").equals("closed"));
        assertThat(listed(aziza, "closed")).doesNotContain(report.id().toString());
    }

    @Test
    void theirClaimIsLetGoAtOnceAndTheyAreNotShownAsThere() {
        Report report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Api.as(aziza)
                .contentType("application/json")
                .body(Map.of("doing", "writing"))
                .put(report.path() + "/presence")
                .then()
                .statusCode(200);
        declare(aziza, report, "acquaintance").then().statusCode(204);
        var seen = report.await(bek, any -> true);
        assertThat(seen.getString("state")).isEqualTo("waiting");
        assertThat(seen.getList("present")).isEmpty();
        assertThat(seen.getList("timeline.what")).contains("claim-released", "conflict-declared");
        Api.as(bek).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void colleaguesLearnThatSomebodyDidAndOnlyCoordinatorsWhy() {
        Report report = Report.inTheQueueOf(aziza);
        declare(aziza, report, "afraid").then().statusCode(204);
        assertThat(Api.as(bek).get(report.path()).asString()).doesNotContain("afraid");
        Person nadia = Person.aCoordinatorOf(aziza.team());
        assertThat(conflicts(nadia)).containsExactly(aziza.handle() + " afraid " + report.id());
        assertThat(conflicts(Person.aCoordinatorOf(Team.aTeam()))).isEmpty();
        Api.as(bek).get("/api/v1/conflicts").then().statusCode(403);
        assertThat(notices(nadia)).contains("conflict-declared " + report.id() + " " + aziza.id());
        assertThat(
                        Api.as(nadia)
                                .get("/api/v1/notices")
                                .jsonPath()
                                .<String>getList(
                                        "notices.findAll { it.kind == 'conflict-declared' }.collect { it.who + ' ' + it.report }"))
                .containsExactly(aziza.handle() + " " + report.id());
    }

    @Test
    void noAlertOfItReachesThemAnyMoreAndWhatTheyAnswerDoesNotCount() {
        Person alone = Person.aResponderOf(Team.aTeam());
        Report report = Report.to(alone.team());
        Bus.send(report.received());
        report.await(alone, seen -> true);
        String token = token(report, alone);
        declare(alone, report, "employer").then().statusCode(204);
        StaffWebhook.text(alone.sms(), token + " 2").then().statusCode(200);
        Sql.change(
                "UPDATE alert SET state = 'due', due_at = created_at WHERE report_id = ? AND person = ?",
                report.id().value(),
                alone.id());
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT DISTINCT state FROM alert WHERE report_id = ? AND person = ?",
                        report.id().value(),
                        alone.id()))
                .containsExactly("dropped"));
        long before = alerts(report, alone);
        clock.putForward(Duration.ofMinutes(30));
        Bus.send(report.wroteAgain());
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT round FROM ladder WHERE report_id = ? AND round > 1",
                        report.id().value()))
                .isNotEmpty());
        assertThat(alerts(report, alone)).isEqualTo(before);
        assertThat(Sql.read(
                        "SELECT claimed_by FROM report_case WHERE id = ?",
                        report.id().value()))
                .containsOnlyNulls();
    }

    @Test
    void aReportThatOnlyTheyHaveReadIsToBeReadAgainAndOthersAreAlerted() {
        Report report = Report.inTheQueueOf(aziza);
        read(aziza, report);
        assertThat(report.await(bek, any -> true).getString("readBy")).isNull();
        long before = alerts(report, bek);
        declare(aziza, report, "family").then().statusCode(204);
        report.await(bek, seen -> seen.getString("readBy") != null);
        clock.putForward(Duration.ofMinutes(7));
        Eventually.so(() -> assertThat(alerts(report, bek)).isGreaterThan(before));
        read(bek, report);
        report.await(bek, seen -> seen.getString("readBy") == null);
    }

    @Test
    void oneThatSomebodyElseHasReadOrHoldsIsNot() {
        Report report = Report.inTheQueueOf(aziza);
        read(bek, report);
        declare(aziza, report, "family").then().statusCode(204);
        assertThat(report.await(bek, any -> true).getString("readBy")).isNull();
    }

    @Test
    void alertsThatTheyHeldUpGoOn() {
        Report report = Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT name FROM ladder_step s JOIN ladder l ON l.id = s.ladder WHERE l.report_id = ?",
                        report.id().value()))
                .isNotEmpty());
        Api.as(aziza).post(report.path() + "/acknowledge").then().statusCode(204);
        declare(aziza, report, "community").then().statusCode(204);
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT paused FROM ladder WHERE report_id = ?",
                        report.id().value()))
                .containsExactly("f"));
    }

    @Test
    void itIsNotOnTheListsOfWhatADutyLeavesOpen() {
        Report report = Report.inTheQueueOf(aziza);
        Api.as(bek).post(report.path() + "/claim").then().statusCode(200);
        Sql.change(
                "INSERT INTO duty (id, person, team, starts_at, ends_at, checked_in_at) VALUES (gen_random_uuid(), ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)",
                bek.id(),
                bek.team().id().value(),
                clock.instant().minus(Duration.ofHours(8)).toString(),
                clock.instant().plus(Duration.ofMinutes(30)).toString(),
                clock.instant().minus(Duration.ofHours(8)).toString());
        assertThat(leftOpen(aziza)).contains(report.id().toString());
        declare(aziza, report, "family").then().statusCode(204);
        assertThat(leftOpen(aziza)).doesNotContain(report.id().toString());
        assertThat(leftOpen(bek)).contains(report.id().toString());
    }

    @Test
    void anotherCoordinatorLiftsItAndNobodyTheirOwn() {
        Person nadia = Person.aCoordinatorOf(aziza.team());
        Person omar = Person.aCoordinatorOf(aziza.team());
        Report report = Report.inTheQueueOf(aziza);
        declare(nadia, report, "acquaintance").then().statusCode(204);
        assertThat(conflicts(nadia)).isEmpty();
        assertThat(notices(nadia))
                .noneMatch(notice -> notice.contains(report.id().toString()));
        lift(nadia, report, nadia).then().statusCode(403).body("type", equalTo("urn:ovoz:problem:your-own"));
        lift(aziza, report, nadia).then().statusCode(403);
        lift(Person.aCoordinatorOf(Team.aTeam()), report, nadia).then().statusCode(404);
        lift(omar, report, aziza).then().statusCode(404);
        lift(omar, report, nadia).then().statusCode(204);
        Api.as(nadia).get(report.path()).then().statusCode(200);
        assertThat(notices(omar)).contains("conflict-declared " + report.id() + " " + nadia.id() + " over");
        declare(nadia, report, "family").then().statusCode(204);
        Api.as(nadia).get(report.path()).then().statusCode(404);
    }

    @Test
    void itNeedsAReasonAndAReportThatOneSees() {
        Report report = Report.inTheQueueOf(aziza);
        declare(aziza, report, "bored").then().statusCode(400);
        declare(Person.aResponderOf(Team.aTeam()), report, "family").then().statusCode(404);
        declare(aziza, report, "family").then().statusCode(204);
        declare(aziza, report, "family").then().statusCode(404);
    }

    @Test
    void ofAClaimAndAConflictAtOnceTheConflictCounts() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Report report = Report.inTheQueueOf(aziza);
                List<Callable<Response>> acts = List.of(
                        () -> Api.as(aziza).post(report.path() + "/claim"), () -> declare(aziza, report, "other"));
                List<Integer> statuses = both.invokeAll(acts).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses.getFirst()).isIn(200, 404);
                assertThat(statuses.getLast()).isEqualTo(204);
                Api.as(bek).get(report.path()).then().statusCode(200).body("claimedBy", nullValue());
            }
        }
    }

    private static void read(Person who, Report report) {
        Api.as(who).post(report.path() + "/claim").then().statusCode(200);
        Order.of(FETCH, report, who.team()).by(who, report).then().statusCode(200);
    }

    private static Response declare(Person who, Report report, String reason) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post(report.path() + "/conflict");
    }

    private static Response lift(Person who, Report report, Person of) {
        return Api.as(who).post(report.path() + "/conflict/" + of.handle() + "/lift");
    }

    private static List<String> listed(Person who, String state) {
        return Api.as(who).get("/api/v1/cases?state=" + state).jsonPath().getList("cases.id");
    }

    private static List<String> conflicts(Person who) {
        return Api.as(who)
                .get("/api/v1/conflicts")
                .jsonPath()
                .getList("conflicts.collect { it.who + ' ' + it.reason + ' ' + it.id }");
    }

    private static List<String> notices(Person coordinator) {
        return Api.as(coordinator)
                .get("/api/v1/notices")
                .jsonPath()
                .getList("notices.collect { it.kind + ' ' + it.subject + (it.endedAt == null ? '' : ' over') }");
    }

    private static List<String> leftOpen(Person who) {
        return Api.as(who).get("/api/v1/me/handover").jsonPath().getList("handovers.reports.flatten().id");
    }

    private static String token(Report report, Person person) {
        Eventually.so(() -> assertThat(tokens(report, person)).isNotEmpty());
        return tokens(report, person).getLast();
    }

    private static List<String> tokens(Report report, Person person) {
        return Sql.read(
                "SELECT token FROM alert WHERE report_id = ? AND person = ? AND kind = 'sms' AND state NOT IN ('due', 'sending')",
                report.id().value(),
                person.id());
    }

    private static long alerts(Report report, Person person) {
        return Long.parseLong(Sql.read(
                        "SELECT count(*) FROM alert WHERE report_id = ? AND person = ?",
                        report.id().value(),
                        person.id())
                .getFirst());
    }
}
