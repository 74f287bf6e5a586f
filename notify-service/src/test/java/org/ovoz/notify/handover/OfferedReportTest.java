package org.ovoz.notify.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.StaffWebhook;
import org.ovoz.notify.setting.Team;

/** A report goes from hand to hand, and at every moment somebody answers for it. */
@DeskTest
class OfferedReportTest {

    private static final int ROUNDS = 20;

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person dinara;

    @BeforeEach
    void twoOrganisations() {
        aziza = Person.aResponderOf(Team.aTeam());
        dinara = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void whoeverOffersAReportHoldsItUntilItWasTaken() {
        Report report = anOfferedReport();
        Response seen = Api.as(aziza).get(report.path());
        seen.then()
                .body("claimedBy", equalTo(aziza.handle()))
                .body("offer.to", equalTo(dinara.team().id().value()))
                .body("offer.from", equalTo(aziza.team().id().value()));
        Instant acceptBy = Instant.parse(seen.jsonPath().getString("offer.acceptBy"));
        assertThat(Instant.parse(seen.jsonPath().getString("leaseUntil"))).isAfter(acceptBy);

        accept(dinara, report)
                .then()
                .statusCode(200)
                .body("claimedBy", equalTo(dinara.handle()))
                .body("offer", nullValue());
        Order.of(OrderAction.NOTE, report, aziza.team())
                .by(aziza, report)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ovoz:problem:claim-needed"));
        Eventually.so(() -> assertThat(Bus.told(report.id().toString()))
                .endsWith("CaseUpdated", "ReportClaimed", "ReportHandedOver"));
        Api.as(dinara)
                .get(report.path() + "/handover")
                .then()
                .statusCode(200)
                .body("handovers.ended", contains("accepted"))
                .body("handovers[0].by", equalTo(aziza.handle()))
                .body("handovers[0].endedBy", equalTo(dinara.handle()));
    }

    @Test
    void theOtherTeamIsAlertedAtOnce() {
        Person atHome = Person.aResponderOffCallOf(dinara.team());
        Report report = anOfferedReport();
        Eventually.so(() -> assertThat(alertsOf(report, dinara)).containsExactly("email", "sms"));
        assertThat(alertsOf(report, atHome)).isEmpty();
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().askedFor(dinara.sms())).hasSize(1));
    }

    @Test
    void whoeverAnswersTheTextWithATwoTakesIt() {
        Api.as(dinara).get("/api/v1/me").then().statusCode(200);
        Report report = anOfferedReport();
        Eventually.so(() -> assertThat(tokens(report, dinara)).hasSize(1));
        StaffWebhook.text(dinara.sms(), tokens(report, dinara).getFirst() + " 2")
                .then()
                .body(containsString("<Body>yours</Body>"));
        report.await(dinara, seen -> dinara.handle().equals(seen.getString("claimedBy")));
        assertThat(ended(report)).containsExactly("accepted");
    }

    @Test
    void whereNobodyIsOnCallTheWholeTeamIsAlerted() {
        Person atHome = Person.aResponderOffCallOf(Team.aTeam());
        Report report = aReportThatAzizaHolds();
        letIn(report, atHome);
        offer(aziza, report, atHome.team()).then().statusCode(200);
        Eventually.so(() -> assertThat(alertsOf(report, atHome)).containsExactly("email", "sms"));
    }

    @Test
    void whatNobodyAnswersIsToldToWhoeverOffersItAgainAndAgain() {
        Report report = anOfferedReport();
        report.wasRead();
        assertThat(alertsOf(report, aziza)).hasSize(2);
        clock.putForward(Duration.ofMinutes(29));
        assertThat(Sql.read(
                        "SELECT id FROM handover WHERE report_id = ? AND tell_at > accept_by",
                        report.id().value()))
                .isEmpty();
        clock.putForward(Duration.ofMinutes(1).plusSeconds(1));
        report.await(
                aziza,
                seen -> seen.getList("timeline.what").contains("handover-unanswered")
                        && seen.getString("readBy") != null
                        && seen.getString("claimedBy").equals(aziza.handle()));
        Eventually.so(() -> assertThat(alertsOf(report, aziza)).hasSizeGreaterThan(2));
        report.wasRead();
        clock.putForward(Duration.ofMinutes(30).plusSeconds(1));
        report.await(
                aziza,
                seen -> seen.getList("timeline.what").stream()
                                .filter("handover-unanswered"::equals)
                                .count()
                        == 2);
        accept(dinara, report).then().statusCode(200);
    }

    @Test
    void inDangerTheClockIsShorter() {
        Report report = Report.to(aziza.team()).ofSomebodyInDanger();
        Bus.send(report.received());
        report.await(aziza, seen -> true);
        claim(aziza, report).then().statusCode(200);
        letIn(report, dinara);
        Instant by =
                Instant.parse(offer(aziza, report, dinara.team()).jsonPath().getString("offer.acceptBy"));
        assertThat(Duration.between(clock.instant(), by)).isLessThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whoTakesAReportAndDoesNotReadItIsAlerted() {
        Report report = anOfferedReport();
        report.wasRead();
        accept(dinara, report).then().statusCode(200);
        report.await(dinara, seen -> seen.getString("readBy") != null);
        int before = alertsOf(report, dinara).size();
        clock.putForward(Duration.ofMinutes(10).plusSeconds(1));
        Eventually.so(() -> assertThat(alertsOf(report, dinara)).hasSizeGreaterThan(before));
        Order.of(OrderAction.FETCH, report, dinara.team())
                .by(dinara, report)
                .then()
                .statusCode(200);
        report.await(dinara, seen -> seen.getString("readBy") == null);
    }

    @Test
    void aDeclinedReportStaysWhoseItWasAndTheyAreAlertedWithTheReason() {
        Report report = anOfferedReport();
        report.wasRead();
        int before = alertsOf(report, aziza).size();
        decline(dinara, report, "no-capacity").then().statusCode(204);
        report.await(
                aziza,
                seen -> seen.getString("claimedBy").equals(aziza.handle())
                        && seen.getString("offer") == null
                        && seen.getList("timeline.what").contains("handover-declined"));
        Api.as(aziza)
                .get(report.path() + "/handover")
                .then()
                .body("handovers[0].ended", equalTo("declined"))
                .body("handovers[0].reason", equalTo("no-capacity"));
        Eventually.so(() -> assertThat(alertsOf(report, aziza)).hasSizeGreaterThan(before));
        refused(accept(dinara, report), "not-offered");
        offer(aziza, report, dinara.team()).then().statusCode(200);
    }

    @Test
    void declinedWithoutAReasonOfTheListIsRefused() {
        Report report = anOfferedReport();
        decline(dinara, report, "because she is a stranger").then().statusCode(400);
        Api.as(dinara)
                .contentType("application/json")
                .body("{}")
                .post(report.path() + "/handover/decline")
                .then()
                .statusCode(400);
    }

    @Test
    void theTeamThatOffersMayThinkBetterOfIt() {
        Report report = anOfferedReport();
        Person bek = Person.aResponderOf(aziza.team());
        withdraw(dinara, report).then().statusCode(409);
        withdraw(bek, report).then().statusCode(204);
        refused(withdraw(aziza, report), "not-offered");
        refused(accept(dinara, report), "not-offered");
    }

    @Test
    void onlyATeamThatCanReadItIsOfferedAReport() {
        Report report = aReportThatAzizaHolds();
        refused(offer(aziza, report, dinara.team()), "not-let-in");
        letIn(report, dinara);
        dinara.team().suspend().then().statusCode(200);
        refused(offer(aziza, report, dinara.team()), "not-let-in");
    }

    @Test
    void aTeamThatOnlyStepsInIsNoTeamThatCanReadIt() {
        Report report = Report.to(aziza.team()).escalatingTo(dinara.team());
        Bus.send(report.received());
        report.await(aziza, seen -> true);
        claim(aziza, report).then().statusCode(200);
        refused(offer(aziza, report, dinara.team()), "not-let-in");
    }

    @Test
    void onlyWhoeverHoldsItOffersItAndOnce() {
        Person bek = Person.aResponderOf(aziza.team());
        Report report = aReportThatAzizaHolds();
        letIn(report, dinara);
        refused(offer(bek, report, dinara.team()), "claim-needed");
        refused(offer(aziza, report, aziza.team()), "own-team");
        offer(aziza, report, dinara.team()).then().statusCode(200);
        refused(offer(aziza, report, dinara.team()), "already-offered");
    }

    @Test
    void whomItIsNotOfferedToTakesNothing() {
        Report report = anOfferedReport();
        Person bek = Person.aResponderOf(aziza.team());
        refused(accept(bek, report), "not-offered");
        refused(decline(bek, report, "no-capacity"), "not-offered");
        Person stranger = Person.aResponderOf(Team.aTeam());
        for (Response answer : List.of(
                accept(stranger, report),
                decline(stranger, report, "unsafe"),
                withdraw(stranger, report),
                offer(stranger, report, dinara.team()),
                Api.as(stranger).get(report.path() + "/handover"))) {
            answer.then().statusCode(404).body("type", equalTo("urn:ovoz:problem:unknown-report"));
        }
    }

    @Test
    void aReportThatWasClosedIsOfferedToNobody() {
        Report report = anOfferedReport();
        Bus.send(report.closed());
        report.await(aziza, seen -> seen.getString("state").equals("closed"));
        refused(accept(dinara, report), "not-offered");
        Eventually.so(() -> assertThat(ended(report)).containsExactly("closed"));
        refused(offer(aziza, report, dinara.team()), "report-closed");
    }

    @Test
    void aColleagueWhoTookItOverMeanwhileLetsItGoToo() {
        Report report = anOfferedReport();
        Person bek = Person.aResponderOf(aziza.team());
        Api.as(aziza).post(report.path() + "/release").then().statusCode(200);
        claim(bek, report).then().statusCode(200);
        accept(dinara, report).then().statusCode(200).body("claimedBy", equalTo(dinara.handle()));
    }

    @Test
    void whoClaimedItWhenItWasFreeKeepsItFromTheirColleaguesAndHasTakenIt() {
        Report report = anOfferedReport();
        Person erlan = Person.aResponderOf(dinara.team());
        Api.as(aziza).post(report.path() + "/release").then().statusCode(200);
        claim(erlan, report).then().statusCode(200);
        refused(accept(dinara, report), "already-claimed");
        clock.putForward(Duration.ofMinutes(30).plusSeconds(1));
        Eventually.so(() -> assertThat(ended(report)).containsExactly("accepted"));
    }

    @Test
    void ofAllWhoAnswerAtOnceExactlyOneIsHeard() throws Exception {
        Person erlan = Person.aResponderOf(dinara.team());
        Report report = aReportThatAzizaHolds();
        letIn(report, dinara);
        try (ExecutorService all = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < ROUNDS; round++) {
                offer(aziza, report, dinara.team()).then().statusCode(200);
                List<Callable<Response>> answers = List.of(
                        () -> accept(dinara, report),
                        () -> accept(erlan, report),
                        () -> decline(erlan, report, "no-language"),
                        () -> withdraw(aziza, report));
                List<Integer> statuses = all.invokeAll(answers).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses).filteredOn(status -> status < 300).hasSize(1);
                assertThat(statuses).filteredOn(status -> status == 409).hasSize(3);
                String holder = Api.as(aziza).get(report.path()).jsonPath().getString("claimedBy");
                assertThat(holder)
                        .isEqualTo(
                                statuses.get(0) == 200
                                        ? dinara.handle()
                                        : statuses.get(1) == 200 ? erlan.handle() : aziza.handle());
                backTo(aziza, holder.equals(dinara.handle()) ? dinara : erlan, report, holder);
            }
        }
    }

    @Test
    void everyTeamsRecordIsServedAsItWasSigned() {
        List<String> records = Api.as(aziza).get("/api/v1/teams").jsonPath().getList("records");
        assertThat(records).contains(signed(aziza.team()), signed(dinara.team()));
        String before = signed(dinara.team());
        dinara.team().suspend().then().statusCode(200);
        assertThat(Api.as(aziza).get("/api/v1/teams").jsonPath().<String>getList("records"))
                .doesNotContain(before);
    }

    private static String signed(Team team) {
        return Sql.read("SELECT record FROM team WHERE id = ?", team.id().value())
                .getFirst();
    }

    private void backTo(Person person, Person other, Report report, String holder) {
        if (!holder.equals(person.handle())) {
            Api.as(other).post(report.path() + "/release").then().statusCode(200);
            claim(person, report).then().statusCode(200);
        }
    }

    private Report aReportThatAzizaHolds() {
        Report report = Report.inTheQueueOf(aziza);
        claim(aziza, report).then().statusCode(200);
        return report;
    }

    private Report anOfferedReport() {
        Report report = aReportThatAzizaHolds();
        Eventually.so(() -> assertThat(alertsOf(report, aziza)).hasSize(2));
        letIn(report, dinara);
        offer(aziza, report, dinara.team()).then().statusCode(200);
        return report;
    }

    private static void letIn(Report report, Person person) {
        Bus.send(report.letsIn(person.team()));
        report.await(person, seen -> true);
    }

    private static List<String> ended(Report report) {
        return Sql.read(
                "SELECT ended FROM handover WHERE report_id = ?", report.id().value());
    }

    private static List<String> alertsOf(Report report, Person person) {
        return Sql.read(
                "SELECT kind FROM alert a WHERE a.report_id = ? AND a.person = ? ORDER BY created_at, kind",
                report.id().value(),
                person.id());
    }

    private static List<String> tokens(Report report, Person person) {
        return Sql.read(
                "SELECT token FROM alert WHERE report_id = ? AND person = ? AND kind = 'sms' AND state NOT IN ('due', 'sending')",
                report.id().value(),
                person.id());
    }

    private static Response claim(Person who, Report report) {
        return Api.as(who).post(report.path() + "/claim");
    }

    private static Response offer(Person who, Report report, Team to) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("team", to.id().value(), "leaves", true))
                .post(report.path() + "/handover");
    }

    private static Response accept(Person who, Report report) {
        return Api.as(who).post(report.path() + "/handover/accept");
    }

    private static Response withdraw(Person who, Report report) {
        return Api.as(who).post(report.path() + "/handover/withdraw");
    }

    private static Response decline(Person who, Report report, String reason) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post(report.path() + "/handover/decline");
    }

    private static void refused(Response answer, String problem) {
        answer.then().statusCode(409).body("type", equalTo("urn:ovoz:problem:" + problem));
    }
}
