package org.ovoz.notify.interpreting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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

/** The holder of a report asks for somebody who speaks the language; whoever is asked learns nothing of the report. */
@DeskTest
class InterpreterRequestTest {

    private static final String MINE = "/api/v1/me/interpreting";

    @Inject
    MovableClock clock;

    private final UUID request = UUID.randomUUID();
    private Person aziza;
    private Person linh;
    private Report report;

    @BeforeEach
    void aReportThatAzizaHoldsAndAnInterpreterElsewhere() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        linh = Person.aResponderOf(Team.aTeam());
        interprets(linh, "yo", List.of());
    }

    @AfterEach
    void theListIsAsItWas() {
        Sql.change("DELETE FROM interpreter");
    }

    @Test
    void whoIsAskedIsAlertedOnceAndLearnsWhoAsksWhichLanguageAndWhen() {
        ask(Map.of("language", "yo")).then().statusCode(204);
        ask(Map.of("language", "yo")).then().statusCode(204);
        assertThat(alerts(linh)).containsExactlyInAnyOrder("email 0-4", "sms 0-4");
        JsonPath seen = Api.as(linh).get(MINE).jsonPath();
        assertThat(seen.getList("requests")).hasSize(1);
        assertThat(seen.getString("requests[0].askedBy")).isEqualTo(aziza.handle());
        assertThat(seen.getString("requests[0].language")).isEqualTo("yo");
        assertThat(seen.getMap("requests[0]").keySet())
                .containsExactlyInAnyOrder("id", "language", "askedBy", "wantedAt", "answerBy", "accepted");
        assertThat(seen.prettify()).doesNotContain(report.id().toString());
    }

    @Test
    void sayingYesOpensNothing() {
        ask(Map.of("language", "yo")).then().statusCode(204);
        Api.as(linh).post(MINE + "/" + request + "/accept").then().statusCode(204);
        Api.as(linh).post(MINE + "/" + request + "/accept").then().statusCode(204);
        Api.as(linh).get(report.path()).then().statusCode(404);
        Api.as(linh).get("/api/v1/cases").then().body("cases", empty());
        Api.as(linh).get(report.path() + "/interpreter").then().statusCode(404);
        assertThat(state()).isEqualTo("accepted " + linh.handle());
        JsonPath seen = report.await(aziza, one -> one.getList("timeline.what").contains("interpreter-accepted"));
        assertThat(seen.getString("timeline.find { it.what == 'interpreter-accepted' }.who"))
                .isEqualTo(linh.handle());
        assertThat(Api.as(linh).get(MINE).jsonPath().getBoolean("requests[0].accepted"))
                .isTrue();
    }

    @Test
    void theFirstYesCounts() {
        Person kemi = Person.aResponderOf(Team.aTeam());
        interprets(kemi, "yo", List.of());
        ask(Map.of("language", "yo")).then().statusCode(204);
        Api.as(kemi).post(MINE + "/" + request + "/accept").then().statusCode(204);
        Api.as(linh)
                .post(MINE + "/" + request + "/accept")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ovoz:problem:too-late"));
        Api.as(linh).get(MINE).then().body("requests", empty());
        assertThat(state()).isEqualTo("accepted " + kemi.handle());
    }

    @Test
    void nobodyAnswersWhatTheyWereNotAsked() {
        ask(Map.of("language", "yo")).then().statusCode(204);
        Person other = Person.aResponderOf(Team.aTeam());
        Api.as(other).post(MINE + "/" + request + "/accept").then().statusCode(404);
        Api.as(aziza).post(MINE + "/" + request + "/accept").then().statusCode(404);
    }

    @Test
    void whereNobodySpeaksItCoordinatorsAreToldUntilItIsTakenBack() {
        ask(Map.of("language", "ha")).then().statusCode(204);
        assertThat(notices()).containsExactly("open");
        assertThat(requests().getInt("requests[0].asked")).isZero();
        withdraw().then().statusCode(204);
        assertThat(notices()).containsExactly("over");
        assertThat(state()).isEqualTo("withdrawn null");
        withdraw().then().statusCode(409);
    }

    @Test
    void onceAllHaveSaidNoCoordinatorsAreTold() {
        ask(Map.of("language", "yo")).then().statusCode(204);
        assertThat(notices()).isEmpty();
        Api.as(linh).post(MINE + "/" + request + "/decline").then().statusCode(204);
        assertThat(notices()).containsExactly("open");
        assertThat(requests().getInt("requests[0].declined")).isEqualTo(1);
        Api.as(linh).get(MINE).then().body("requests", empty());
    }

    @Test
    void withoutAnAnswerItEndsAndCoordinatorsAreTold() {
        ask(Map.of("language", "yo")).then().statusCode(204);
        clock.putForward(Duration.ofMinutes(15));
        Eventually.so(() -> assertThat(state()).isEqualTo("expired null"));
        assertThat(notices()).containsExactly("open");
        Api.as(linh).post(MINE + "/" + request + "/accept").then().statusCode(409);
    }

    @Test
    void forALaterConversationThereIsTimeUntilShortlyBefore() {
        Instant at = clock.instant().plus(Duration.ofHours(3));
        ask(Map.of("language", "yo", "at", at.toString())).then().statusCode(204);
        JsonPath seen = requests();
        assertThat(Instant.parse(seen.getString("requests[0].answerBy")))
                .isBetween(
                        at.minus(Duration.ofMinutes(30)).minusMillis(1),
                        at.minus(Duration.ofMinutes(30)).plusMillis(1));
    }

    @Test
    void whoIsNotThereAtThatHourIsNotAsked() {
        int yesterday = clock.instant()
                .atZone(java.time.ZoneOffset.UTC)
                .minusDays(2)
                .getDayOfWeek()
                .getValue();
        interprets(linh, "yo", List.of(Map.of("day", yesterday, "opens", "10:00", "closes", "10:30")));
        ask(Map.of("language", "yo")).then().statusCode(204);
        assertThat(alerts(linh)).isEmpty();
        assertThat(notices()).containsExactly("open");
    }

    @Test
    void whoHasAConflictOfInterestDoesNotEvenLearnThatThereIsSomething() {
        Person colleague = Person.aResponderOf(aziza.team());
        interprets(colleague, "yo", List.of());
        Api.as(colleague)
                .contentType("application/json")
                .body(Map.of("reason", "family"))
                .post(report.path() + "/conflict")
                .then()
                .statusCode(204);
        ask(Map.of("language", "yo")).then().statusCode(204);
        Api.as(colleague).get(MINE).then().body("requests", empty());
        assertThat(alerts(colleague)).noneMatch(alert -> alert.endsWith("0-4"));
    }

    @Test
    void theReportsLanguageIsAskedForWhereNoneIsNamed() {
        interprets(linh, "uz", List.of());
        ask(Map.of()).then().statusCode(204);
        assertThat(requests().getString("requests[0].language")).isEqualTo("uz-Latn");
        assertThat(alerts(linh)).isNotEmpty();
        Sql.change(
                "UPDATE interpreter_request SET ended = 'withdrawn', ended_at = asked_at WHERE report_id = ?",
                report.id().value());
        Sql.change(
                "UPDATE report_case SET language = 'und' WHERE id = ?",
                report.id().value());
        ask(UUID.randomUUID(), Map.of())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:ovoz:problem:language-needed"));
    }

    @Test
    void oneIsAskedForAtATimeAndByWhoeverHoldsTheReport() {
        ask(Map.of("language", "yo")).then().statusCode(204);
        ask(UUID.randomUUID(), Map.of("language", "ha"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ovoz:problem:interpreter-asked"));
        Person colleague = Person.aResponderOf(aziza.team());
        Api.as(colleague)
                .contentType("application/json")
                .body(Map.of())
                .put(report.path() + "/interpreter/" + UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ovoz:problem:claim-needed"));
        Api.as(colleague).get(report.path() + "/interpreter").then().statusCode(200);
    }

    @Test
    void aTimeThatIsOverOrTooFarIsNone() {
        for (Duration by : List.of(Duration.ofMinutes(-1), Duration.ofDays(8))) {
            ask(Map.of("language", "yo", "at", clock.instant().plus(by).toString()))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:ovoz:problem:bad-time"));
        }
        ask(Map.of("language", "by the bakery")).then().statusCode(400);
    }

    @Test
    void aReportThatIsClosedNeedsNoInterpreterAnyMore() {
        ask(Map.of("language", "ha")).then().statusCode(204);
        Bus.send(report.closed());
        Eventually.so(() -> assertThat(state()).isEqualTo("withdrawn null"));
        assertThat(notices()).containsExactly("over");
    }

    private Response ask(Map<String, String> form) {
        return ask(request, form);
    }

    private Response ask(UUID id, Map<String, String> form) {
        return Api.as(aziza).contentType("application/json").body(form).put(report.path() + "/interpreter/" + id);
    }

    private Response withdraw() {
        return Api.as(aziza).post(report.path() + "/interpreter/" + request + "/withdraw");
    }

    private JsonPath requests() {
        return Api.as(aziza).get(report.path() + "/interpreter").jsonPath();
    }

    private String state() {
        JsonPath seen = requests();
        return seen.getString("requests[0].state") + " " + seen.getString("requests[0].takenBy");
    }

    private List<String> notices() {
        return Sql.read(
                "SELECT CASE WHEN ended_at IS NULL THEN 'open' ELSE 'over' END FROM notice WHERE kind = 'no-interpreter' AND subject LIKE ?",
                report.id() + "%");
    }

    private static List<String> alerts(Person person) {
        return Sql.read(
                "SELECT kind || ' ' || left(text, 3) FROM alert WHERE person = ? AND purpose = 'interpreter'",
                person.id());
    }

    private static void interprets(Person person, String language, List<Map<String, Object>> weekly) {
        Map<String, Object> form = Map.of(
                "gender",
                "woman",
                "zone",
                "UTC",
                "languages",
                List.of(Map.of("language", language)),
                "weekly",
                weekly,
                "ties",
                List.of());
        Api.asAdmin()
                .body(form)
                .put("/api/v1/interpreters/" + person.handle())
                .then()
                .statusCode(204);
    }
}
