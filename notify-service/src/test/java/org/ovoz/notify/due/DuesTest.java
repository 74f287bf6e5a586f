package org.ovoz.notify.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.StaffWebhook;
import org.ovoz.notify.setting.Team;

/** What was promised or planned comes back when its time has come. */
@DeskTest
class DuesTest {

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;
    private Report report;

    @BeforeEach
    void aReadReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        report.wasRead();
    }

    @Test
    void whatTheHolderSaysIsShownToTheTeamTheEarliestFirst() {
        Instant soon = in(Duration.ofMinutes(20));
        Instant later = in(Duration.ofHours(3));
        set(aziza, due("follow-up", later), due("next-step", soon)).then().statusCode(204);
        Api.as(bek)
                .get(report.path() + "/dues")
                .then()
                .body("dues.kind", contains("next-step", "follow-up"))
                .body("dues.at", contains(soon.toString(), later.toString()));
        Api.as(bek)
                .get(report.path())
                .then()
                .body("due.kind", equalTo("next-step"))
                .body("due.at", equalTo(soon.toString()));
        assertThat(report.await(bek, seen -> true).getList("timeline.what")).containsOnlyOnce("due-set");
    }

    @Test
    void theQueueIsSortedByWhatIsDue() {
        Report other = Report.inTheQueueOf(aziza);
        other.wasRead();
        Report nothing = Report.inTheQueueOf(aziza);
        nothing.wasRead();
        Api.as(aziza).post(other.path() + "/claim").then().statusCode(200);
        set(aziza, other, due("promise", in(Duration.ofMinutes(5)))).then().statusCode(204);
        set(aziza, due("next-step", in(Duration.ofMinutes(2)))).then().statusCode(204);
        for (String list : new String[] {"open", "open&limit=1"}) {
            assertThat(idsOf(list))
                    .containsExactly(
                            report.id().toString(),
                            other.id().toString(),
                            nothing.id().toString());
        }
    }

    @Test
    void kindsThatAreNotNamedStayAndOneWithoutATimeIsOver() {
        Instant at = in(Duration.ofHours(1));
        set(aziza, due("next-step", at), due("promise", at)).then().statusCode(204);
        set(aziza, due("next-step", null)).then().statusCode(204);
        Api.as(aziza).get(report.path() + "/dues").then().body("dues.kind", contains("promise"));
        set(aziza, due("promise", null)).then().statusCode(204);
        Api.as(aziza).get(report.path()).then().body("due", nullValue());
    }

    @Test
    void theSameAgainChangesNothing() {
        Instant at = in(Duration.ofHours(1));
        set(aziza, due("next-step", at)).then().statusCode(204);
        set(aziza, due("next-step", at)).then().statusCode(204);
        assertThat(report.await(aziza, seen -> true).getList("timeline.what")).containsOnlyOnce("due-set");
    }

    @Test
    void whatWasTickedOffStaysSoThoughItsTimeIsNamedAgain() {
        Instant at = in(Duration.ofHours(1));
        set(aziza, due("next-step", at)).then().statusCode(204);
        tick(aziza, "next-step", at).then().statusCode(204);
        tick(aziza, "next-step", at).then().statusCode(204);
        set(aziza, due("next-step", at)).then().statusCode(204);
        Api.as(aziza).get(report.path() + "/dues").then().body("dues", empty());
        assertThat(report.await(aziza, seen -> true).getList("timeline.what")).containsOnlyOnce("due-done");
        set(aziza, due("next-step", in(Duration.ofHours(2)))).then().statusCode(204);
        Api.as(aziza).get(report.path() + "/dues").then().body("dues", hasSize(1));
    }

    @Test
    void whatAColleagueHasMovedIsNotTickedOffUnseen() {
        Instant seen = in(Duration.ofHours(1));
        set(aziza, due("next-step", seen)).then().statusCode(204);
        set(aziza, due("next-step", in(Duration.ofHours(2)))).then().statusCode(204);
        tick(aziza, "next-step", seen).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:not-due"));
    }

    @Test
    void onlyTheHolderSaysWhatIsDueAndToOthersTheCaseIsNotThere() {
        Instant at = in(Duration.ofHours(1));
        Person stranger = Person.aResponderOf(Team.aTeam());
        set(bek, due("next-step", at)).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        tick(bek, "next-step", at).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        set(stranger, due("next-step", at)).then().statusCode(404);
        tick(stranger, "next-step", at).then().statusCode(404);
        Api.as(stranger).get(report.path() + "/dues").then().statusCode(404);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        set(aziza, due("next-step", in(Duration.ofDays(4000)))).then().statusCode(422);
        set(aziza, due("next-step", Instant.MAX)).then().statusCode(422);
        set(aziza, due("lunch", in(Duration.ofHours(1)))).then().statusCode(400);
        set(aziza).then().statusCode(400);
        Api.as(aziza).get(report.path() + "/dues").then().body("dues", empty());
    }

    @Test
    void onceItHasPassedTheHolderIsToldAndLaterTheCoordinatorsOnce() {
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        set(aziza, due("promise", in(Duration.ofMinutes(10)))).then().statusCode(204);
        clock.putForward(Duration.ofMinutes(10));
        Eventually.so(
                () -> assertThat(told()).containsOnly(aziza.id().toString()).isNotEmpty());
        report.await(aziza, seen -> seen.getList("timeline.what").contains("due-passed"));
        assertThat(noticesOf(coordinator)).isEmpty();
        clock.putForward(Duration.ofMinutes(61));
        Eventually.so(() ->
                assertThat(noticesOf(coordinator)).containsExactly(report.id().toString()));
        clock.putForward(Duration.ofHours(5));
        Eventually.so(() -> assertThat(told()).containsOnly(aziza.id().toString()));
        assertThat(noticesOf(coordinator)).hasSize(1);
    }

    @Test
    void whenTheHolderIsNotOnCallWhoeverIsIsTold() {
        Person dina = Person.aResponderOffCallOf(aziza.team());
        Report hers = Report.inTheQueueOf(dina);
        hers.wasRead();
        Api.as(dina).post(hers.path() + "/claim").then().statusCode(200);
        set(dina, hers, due("safe-time", in(Duration.ofMinutes(10)))).then().statusCode(204);
        clock.putForward(Duration.ofMinutes(10));
        Eventually.so(() -> assertThat(told(hers))
                .contains(aziza.id().toString(), bek.id().toString())
                .doesNotContain(dina.id().toString()));
    }

    @Test
    void whenNobodyHoldsItAnyMoreWhoeverIsOnCallIsTold() {
        set(aziza, due("promise", in(Duration.ofMinutes(10)))).then().statusCode(204);
        Api.as(aziza).post(report.path() + "/release").then().statusCode(200);
        clock.putForward(Duration.ofMinutes(10));
        Eventually.so(() ->
                assertThat(told()).contains(aziza.id().toString(), bek.id().toString()));
    }

    @Test
    void whereNobodyCanBeToldCoordinatorsAreAtOnce() {
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        set(aziza, due("promise", in(Duration.ofMinutes(10)))).then().statusCode(204);
        Sql.change("UPDATE person SET sms = NULL, email = NULL WHERE id IN (?, ?)", aziza.id(), bek.id());
        clock.putForward(Duration.ofMinutes(10));
        Eventually.so(() ->
                assertThat(noticesOf(coordinator)).containsExactly(report.id().toString()));
    }

    @Test
    void whereAllTeamsAreStoppedEveryCoordinatorIs() {
        Person elsewhere = Person.aCoordinatorOf(Team.aTeam());
        set(aziza, due("promise", in(Duration.ofMinutes(10)))).then().statusCode(204);
        Api.as(aziza).post(report.path() + "/release").then().statusCode(200);
        Api.asAdmin()
                .post("/api/v1/directory/teams/" + aziza.team().id() + "/suspend")
                .then()
                .statusCode(200);
        clock.putForward(Duration.ofMinutes(10));
        Eventually.so(() -> assertThat(noticesOf(elsewhere)).hasSize(1));
        assertThat(told()).isEmpty();
    }

    @Test
    void whoeverAnswersTheAlertHoldsTheNoticeUpAndIsNotToldThatItIsDone() {
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        Report later = Report.inTheQueueOf(bek);
        Api.as(bek).post(later.path() + "/claim").then().statusCode(200);
        set(bek, later, due("promise", in(Duration.ofMinutes(110)))).then().statusCode(204);
        Instant at = in(Duration.ofMinutes(10));
        set(aziza, due("promise", at)).then().statusCode(204);
        clock.putForward(Duration.ofMinutes(10));
        Eventually.so(() -> assertThat(token()).hasSize(1));
        String token = token().getFirst();
        clock.putForward(Duration.ofMinutes(50));
        StaffWebhook.text(aziza.sms(), token).then().body(containsString("<Body>ok</Body>"));
        clock.putForward(Duration.ofMinutes(50));
        later.await(bek, seen -> seen.getList("timeline.what").contains("due-passed"));
        assertThat(noticesOf(coordinator))
                .as("what has passed before was looked at before")
                .isEmpty();
        clock.putForward(Duration.ofMinutes(11));
        Eventually.so(() -> assertThat(noticesOf(coordinator)).hasSize(1));
    }

    @Test
    void tickingOffEndsTheNotice() {
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        Instant at = in(Duration.ofMinutes(10));
        set(aziza, due("promise", at)).then().statusCode(204);
        clock.putForward(Duration.ofMinutes(10));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("due-passed"));
        clock.putForward(Duration.ofMinutes(61));
        Eventually.so(() -> assertThat(noticesOf(coordinator)).hasSize(1));
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        tick(aziza, "promise", at).then().statusCode(204);
        assertThat(noticesOf(coordinator)).isEmpty();
    }

    @Test
    void whatOutlivesClosingBringsTheReportBackToBeReadAndTheRestIsOver() {
        set(aziza, due("next-step", in(Duration.ofMinutes(10))), due("follow-up", in(Duration.ofDays(30))))
                .then()
                .statusCode(204);
        close();
        clock.putForward(Duration.ofMinutes(10));
        report.await(bek, seen -> seen.getList("timeline.what").contains("due-over"));
        assertThat(report.await(bek, seen -> true).getString("state")).isEqualTo("closed");
        clock.putForward(Duration.ofDays(30));
        var back = report.await(bek, seen -> seen.getString("state").equals("waiting"));
        assertThat(back.getList("timeline.what")).contains("due-came-back");
        assertThat(back.getString("readBy")).isNotNull();
        assertThat(back.getString("due.kind")).isEqualTo("follow-up");
        assertThat(back.getString("shortId")).isNotNull();
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT id FROM ladder WHERE report_id = ? AND ended_at IS NULL",
                        report.id().value()))
                .hasSize(1));
    }

    @Test
    void ofAClosedReportTheTeamStillSaysWhenToAsk() {
        close();
        Instant at = in(Duration.ofDays(90));
        set(bek, due("follow-up", at)).then().statusCode(204);
        tick(aziza, "follow-up", at).then().statusCode(204);
    }

    @Test
    void whatWasErasedDoesNotComeBack() {
        set(aziza, due("follow-up", in(Duration.ofDays(30)))).then().statusCode(204);
        Bus.send(report.next(id -> new ReportShredded(id, MovableClock.now())));
        report.await(bek, seen -> seen.getString("state").equals("closed"));
        clock.putForward(Duration.ofDays(30));
        report.await(bek, seen -> seen.getList("timeline.what").contains("due-over"));
        assertThat(report.await(bek, seen -> true).getString("state")).isEqualTo("closed");
    }

    private void close() {
        Bus.send(report.closed());
        report.await(bek, seen -> seen.getString("state").equals("closed"));
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    private List<String> token() {
        return Sql.read(
                "SELECT token FROM alert WHERE report_id = ? AND ladder IS NULL AND person = ? AND token IS NOT NULL AND state IN ('sent', 'delivered')",
                report.id().value(),
                aziza.id());
    }

    private List<String> told() {
        return told(report);
    }

    /** By nothing that climbs: what waits to be read is told by its ladder. */
    private static List<String> told(Report about) {
        return Sql.read(
                "SELECT DISTINCT person FROM alert WHERE report_id = ? AND ladder IS NULL",
                about.id().value());
    }

    /** Page after page. */
    private List<String> idsOf(String list) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            var page = Api.as(aziza)
                    .get("/api/v1/cases?state=" + list + (next.isEmpty() ? "" : "&after=" + next))
                    .jsonPath();
            ids.addAll(page.getList("cases.id"));
            next = page.getString("next");
        }
        return ids;
    }

    private List<String> noticesOf(Person coordinator) {
        return Api.as(coordinator)
                .get("/api/v1/notices")
                .jsonPath()
                .getList("notices.findAll { it.kind == 'due-passed' && it.endedAt == null && it.report == '"
                        + report.id() + "' }.report");
    }

    private static Map<String, Object> due(String kind, @Nullable Instant at) {
        Map<String, Object> due = new HashMap<>();
        due.put("kind", kind);
        due.put("at", at == null ? null : at.toString());
        return due;
    }

    @SafeVarargs
    private Response set(Person who, Map<String, Object>... dues) {
        return set(who, report, dues);
    }

    @SafeVarargs
    private static Response set(Person who, Report about, Map<String, Object>... dues) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("dues", List.of(dues)))
                .put(about.path() + "/dues");
    }

    private Response tick(Person who, String kind, Instant at) {
        return Api.as(who).contentType("application/json").body(due(kind, at)).post(report.path() + "/dues/done");
    }
}
