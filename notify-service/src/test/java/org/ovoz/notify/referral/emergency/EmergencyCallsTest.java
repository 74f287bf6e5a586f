package org.ovoz.notify.referral.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class EmergencyCallsTest {

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;
    private Report report;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void aSecondPersonOfTheTeamConfirmsAndTheTeamSeesBoth() {
        ask(aziza, ambulance()).then().statusCode(204);
        asked(bek).body("calls[0].state", equalTo("asked")).body("calls[0].askedBy", equalTo(aziza.handle()));
        confirm(bek).then().statusCode(204);
        asked(aziza)
                .rootPath("calls[0]")
                .body("state", equalTo("confirmed"))
                .body("whom", equalTo("ambulance"))
                .body("region", equalTo("RU-MOW"))
                .body("answeredBy", equalTo(bek.handle()));
        assertThat(report.await(aziza, seen -> true).getList("timeline.what"))
                .containsSubsequence("emergency-asked", "emergency-confirmed");
        Eventually.so(() -> assertThat(Bus.told(report.id().toString()))
                .containsSubsequence("ReportClaimed", "CaseUpdated", "CaseUpdated"));
    }

    @Test
    void nobodyConfirmsTheirOwn() {
        ask(aziza, ambulance()).then().statusCode(204);
        confirm(aziza).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:second-person-needed"));
        asked(aziza).body("calls.state", contains("asked"));
        assertThat(catchThrowable(() -> Sql.change("""
                UPDATE emergency_call SET answer = 'confirmed', answered_by = asked_by, answered_at = asked_at
                WHERE id = ?""", id))).hasMessageContaining("check constraint");
    }

    @Test
    void withoutAYesOfThePersonNobodyIsEvenAsked() {
        Map<String, Object> form = ambulance();
        form.put("consentedOn", null);
        ask(aziza, form).then().statusCode(422).body("type", equalTo("urn:ovoz:problem:consent-needed"));
        form.put("consentedOn", today().plusDays(3).toString());
        ask(aziza, form).then().statusCode(422);
        asked(aziza).body("calls", hasSize(0));
    }

    @Test
    void neitherPoliceNorAmbulanceIsChosenForAnybody() {
        Map<String, Object> form = ambulance();
        form.remove("whom");
        ask(aziza, form).then().statusCode(400);
        form.put("whom", "army");
        ask(aziza, form).then().statusCode(400);
    }

    @Test
    void ofACallThatNobodyConfirmedNothingCanBecome() {
        ask(aziza, ambulance()).then().statusCode(204);
        settle(aziza).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:confirmation-needed"));
        decline(bek).then().statusCode(204);
        settle(aziza).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:confirmation-needed"));
        assertThat(catchThrowable(() -> Sql.change("UPDATE emergency_call SET outcome = 'taken' WHERE id = ?", id)))
                .hasMessageContaining("check constraint");
    }

    @Test
    void whatBecameOfAConfirmedCallIsToldByTheHolder() {
        ask(aziza, ambulance()).then().statusCode(204);
        confirm(bek).then().statusCode(204);
        settle(bek).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        settle(aziza).then().statusCode(204);
        asked(bek).body("calls[0].outcome", equalTo("taken"));
    }

    @Test
    void aNoIsFinalAndTheAskerMayTakeItBack() {
        ask(aziza, ambulance()).then().statusCode(204);
        decline(aziza).then().statusCode(204);
        decline(aziza).then().statusCode(204);
        confirm(bek).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:too-late"));
        asked(aziza).body("calls[0].state", equalTo("declined"));
    }

    @Test
    void aWishLapsesWhenNobodyAnswersForHalfAnHour() {
        ask(aziza, ambulance()).then().statusCode(204);
        clock.putForward(Duration.ofMinutes(30));
        asked(bek).body("calls[0].state", equalTo("lapsed"));
        confirm(bek).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:too-late"));
    }

    @Test
    void aCoordinatorIsToldWhoWaitsForASecondPersonAndMayBeThatPerson() {
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        Api.as(coordinator).get("/api/v1/me").then().statusCode(200);
        ask(aziza, ambulance()).then().statusCode(204);
        assertThat(noticesOf(coordinator)).containsExactly("emergency-asked");
        Api.as(coordinator)
                .get("/api/v1/notices")
                .then()
                .body(
                        "notices.find { it.kind == 'emergency-asked' && it.endedAt == null }.report",
                        equalTo(report.id().toString()));
        assertThat(Sql.read("SELECT text FROM alert WHERE person = ? AND purpose = 'notice'", coordinator.id()))
                .isNotEmpty();
        confirm(coordinator).then().statusCode(204);
        assertThat(noticesOf(coordinator)).isEmpty();
    }

    @Test
    void onceAWishHasLapsedCoordinatorsAreToldOfItNoMore() {
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        ask(aziza, ambulance()).then().statusCode(204);
        assertThat(noticesOf(coordinator)).containsExactly("emergency-asked");
        clock.putForward(Duration.ofMinutes(30));
        Eventually.so(() -> assertThat(noticesOf(coordinator)).isEmpty());
    }

    @Test
    void ofAYesAndANoAtOnceExactlyOneCounts() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                UUID call = UUID.randomUUID();
                ask(aziza, call, ambulance()).then().statusCode(204);
                List<Callable<Response>> answers = List.of(
                        () -> Api.as(bek).post(path() + "/" + call + "/confirm"),
                        () -> Api.as(aziza).post(path() + "/" + call + "/decline"));
                List<Integer> statuses = both.invokeAll(answers).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(204, 409);
            }
        }
    }

    @Test
    void onlyTheHolderAsksAndSomebodyElsesCaseIsNotThere() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        ask(bek, ambulance()).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        ask(stranger, ambulance()).then().statusCode(404);
        ask(aziza, ambulance()).then().statusCode(204);
        confirm(stranger).then().statusCode(404).body("type", equalTo("urn:ovoz:problem:unknown-report"));
        Api.as(stranger).get(path()).then().statusCode(404);
        asked(aziza).body("calls[0].state", equalTo("asked"));
    }

    @Test
    void theSameWishSentAgainCountsOnce() {
        ask(aziza, ambulance()).then().statusCode(204);
        ask(aziza, ambulance()).then().statusCode(204);
        Map<String, Object> other = ambulance();
        other.put("whom", "police");
        ask(aziza, other).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:id-taken"));
        asked(aziza).body("calls.whom", contains("ambulance"));
    }

    private static List<String> noticesOf(Person coordinator) {
        return Api.as(coordinator)
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("notices.findAll { it.endedAt == null && it.kind == 'emergency-asked' }.kind");
    }

    private Response ask(Person who, Map<String, Object> form) {
        return ask(who, id, form);
    }

    private Response ask(Person who, UUID call, Map<String, Object> form) {
        return Api.as(who).contentType("application/json").body(form).put(path() + "/" + call);
    }

    private Response confirm(Person who) {
        return Api.as(who).post(path() + "/" + id + "/confirm");
    }

    private Response decline(Person who) {
        return Api.as(who).post(path() + "/" + id + "/decline");
    }

    private Response settle(Person who) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("outcome", "taken"))
                .post(path() + "/" + id + "/outcome");
    }

    private ValidatableResponse asked(Person who) {
        return Api.as(who).get(path()).then().statusCode(200);
    }

    private String path() {
        return report.path() + "/emergency-calls";
    }

    private Map<String, Object> ambulance() {
        return new HashMap<>(Map.of("whom", "ambulance", "region", "RU-MOW", "consentedOn", today().toString()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
