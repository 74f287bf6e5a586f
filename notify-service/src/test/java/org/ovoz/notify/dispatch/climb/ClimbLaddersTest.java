package org.ovoz.notify.dispatch.climb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.ovoz.contracts.order.OrderAction.FETCH;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

@DeskTest
class ClimbLaddersTest {

    @Inject
    MovableClock clock;

    private Team team;
    private Person aziza;

    @BeforeEach
    void somebodyOnCall() {
        team = Team.aTeam();
        aziza = Person.aResponderOf(team);
    }

    @Test
    void aReportThatNobodyActsOnGoesFromTheFirstToACoordinatorAndBeginsAnew() {
        Person atHome = Person.aResponderOffCallOf(team);
        Person nadia = aCoordinator();
        Person stepsIn = Person.aResponderOf(Team.aTeam());
        Report report = Report.to(team).escalatingTo(stepsIn.team());
        Bus.send(report.received());
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        clock.putForward(Duration.ofMinutes(2).plusSeconds(1));
        ladder.awaitSteps("1 first", "1 team");
        clock.putForward(Duration.ofMinutes(6));
        assertThat(ladder.alerts()).noneMatch(alert -> alert.startsWith(stepsIn.handle()));
        clock.putForward(Duration.ofMinutes(8));
        ladder.awaitSteps("1 first", "1 team", "1 escalation");
        clock.putForward(Duration.ofMinutes(4));
        ladder.awaitSteps("1 first", "1 team", "1 escalation", "1 coordinator");
        clock.putForward(Duration.ofMinutes(5).plusSeconds(1));
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT round FROM ladder WHERE report_id = ?",
                        report.id().value()))
                .containsExactly("2"));
        clock.putForward(Duration.ofMinutes(5).plusSeconds(1));
        Eventually.so(() -> assertThat(ladder.steps()).contains("2 first"));
        assertThat(ladder.alerts())
                .startsWith(
                        aziza.handle() + " email",
                        aziza.handle() + " sms",
                        atHome.handle() + " email",
                        atHome.handle() + " sms",
                        stepsIn.handle() + " email",
                        stepsIn.handle() + " sms",
                        nadia.handle() + " email",
                        nadia.handle() + " sms");
    }

    @Test
    void anAcknowledgementHoldsItUpForTenMinutesAndOncePerRound() {
        Person bek = Person.aResponderOf(team);
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        Person first = first(ladder, aziza, bek);
        Api.as(first).post(report.path() + "/acknowledge").then().statusCode(204);
        assertThat(ladder.paused()).isTrue();
        clock.putForward(Duration.ofMinutes(9));
        Api.as(first).post(report.path() + "/acknowledge").then().statusCode(204);
        assertThatASweepHasPassed();
        ladder.awaitSteps("1 first");
        clock.putForward(Duration.ofSeconds(61));
        ladder.awaitSteps("1 first", "1 next");
    }

    @Test
    void inDangerItHoldsItUpForFive() {
        Person bek = Person.aResponderOf(team);
        Report report = Report.to(team).ofSomebodyInDanger();
        Bus.send(report.received());
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        report.await(aziza, seen -> true);
        Api.as(first(ladder, aziza, bek))
                .post(report.path() + "/acknowledge")
                .then()
                .statusCode(204);
        clock.putForward(Duration.ofMinutes(5).plusSeconds(1));
        ladder.awaitSteps("1 first", "1 next");
    }

    @Test
    void anAnswerToTheTextAcknowledgesAndTheSameAgainIsAsWellTaken() {
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        String token = ladder.token(aziza);
        StaffWebhook.text(aziza.sms(), token).then().statusCode(200).body(containsString("<Body>ok</Body>"));
        assertThat(ladder.paused()).isTrue();
        StaffWebhook.text(aziza.sms(), token).then().body(containsString("<Body>ok</Body>"));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("acknowledged"));
        assertThat(Sql.read(
                        "SELECT way FROM acknowledgement a JOIN ladder l ON l.id = a.ladder WHERE l.report_id = ?",
                        report.id().value()))
                .containsExactly("acknowledge");
    }

    @Test
    void theTokenAndATwoClaimTheReportForWhomTheTextWentTo() {
        Api.as(aziza).get("/api/v1/me").then().statusCode(200);
        Report report = Report.inTheQueueOf(aziza);
        String token = new Ladder(report).token(aziza);
        StaffWebhook.text(aziza.sms(), token + " 2").then().body(containsString("<Body>yours</Body>"));
        report.await(aziza, seen -> aziza.handle().equals(seen.getString("claimedBy")));
    }

    @Test
    void whatSomebodyElseHoldsIsNotTakenByText() {
        Api.as(aziza).get("/api/v1/me").then().statusCode(200);
        Person bek = Person.aResponderOffCallOf(team);
        Report report = Report.inTheQueueOf(aziza);
        String token = new Ladder(report).token(aziza);
        Api.as(bek).post(report.path() + "/claim").then().statusCode(200);
        StaffWebhook.text(aziza.sms(), token + " 2").then().body(containsString("<Body>taken</Body>"));
        report.await(aziza, seen -> bek.handle().equals(seen.getString("claimedBy")));
    }

    @Test
    void aTokenAnswersFromTheNumberThatItWentToOnly() {
        Person bek = Person.aResponderOf(team);
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        Person told = first(ladder, aziza, bek);
        Person other = told.equals(aziza) ? bek : aziza;
        String token = ladder.token(told);
        StaffWebhook.text("+12025550199", token).then().statusCode(200).body(not(containsString("Body")));
        StaffWebhook.text(other.sms(), token).then().body(containsString("<Body>?</Body>"));
        assertThat(ladder.paused()).isFalse();
    }

    @Test
    void aTokenOfYesterdayAnswersNothing() {
        Report report = Report.inTheQueueOf(aziza);
        String token = new Ladder(report).token(aziza);
        Sql.change("UPDATE alert SET created_at = created_at - interval '13 hours' WHERE token = ?", token);
        StaffWebhook.text(aziza.sms(), token).then().body(containsString("<Body>?</Body>"));
    }

    @Test
    void whoGuessesIsNotListenedToForAWhile() {
        Report report = Report.inTheQueueOf(aziza);
        String token = new Ladder(report).token(aziza);
        for (int i = 0; i < 10; i++) {
            StaffWebhook.text(aziza.sms(), "no number").then().body(containsString("<Body>?</Body>"));
        }
        StaffWebhook.text(aziza.sms(), token).then().statusCode(200).body(not(containsString("Body")));
        clock.putForward(Duration.ofMinutes(61));
        StaffWebhook.text(aziza.sms(), token).then().body(containsString("<Body>ok</Body>"));
    }

    @Test
    void whatTheCarrierDidNotSignIsNoAnswer() {
        StaffWebhook.post("/twilio/staff/sms", Map.of("From", aziza.sms(), "Body", "123456"), "forged")
                .then()
                .statusCode(403);
    }

    @Test
    void aClaimHoldsItUpAndReadingEndsIt() {
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        clock.putForward(Duration.ofMinutes(3));
        Eventually.so(() -> assertThat(ladder.paused()).isTrue());
        Order.of(FETCH, report, team).by(aziza, report).then().statusCode(200);
        assertThat(ladder.ended()).isEqualTo("read");
        clock.putForward(Duration.ofHours(2));
        assertThatASweepHasPassed();
        ladder.awaitSteps("1 first");
    }

    @Test
    void aClaimWithoutReadingDoesNotStopItForLong() {
        Person atHome = Person.aResponderOffCallOf(team);
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        clock.putForward(Duration.ofMinutes(10).plusSeconds(1));
        Eventually.so(() -> assertThat(ladder.alerts()).contains(atHome.handle() + " sms"));
    }

    @Test
    void aMessageInACaseThatWasReadStartsOneOfItsOwn() {
        Report report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Order.of(FETCH, report, team).by(aziza, report).then().statusCode(200);
        Bus.send(report.wroteAgain());
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT id FROM ladder WHERE report_id = ?", report.id().value()))
                .hasSize(2));
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT text FROM alert WHERE report_id = ? AND kind = 'email' ORDER BY created_at",
                        report.id().value()))
                .last()
                .asString()
                .endsWith("-2"));
    }

    @Test
    void aMessageWhileItRestsIsToldAtOnce() {
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        clock.putForward(Duration.ofMinutes(2).plusSeconds(1));
        Eventually.so(() -> assertThat(ladder.rests()).isTrue());
        Bus.send(report.wroteAgain());
        Eventually.so(() -> assertThat(ladder.steps()).contains("2 first"));
    }

    @Test
    void whatWaitsToBeReadAndHasNoLadderGetsOne() {
        Report report = Report.inTheQueueOf(aziza);
        report.wasRead();
        Sql.change(
                "UPDATE report_case SET read_by = received_at WHERE id = ?",
                report.id().value());
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT id FROM ladder WHERE report_id = ? AND ended_at IS NULL",
                        report.id().value()))
                .hasSize(1));
    }

    @Test
    void whoWasStoppedIsToldNothingAndHoldsNothingUp() {
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        String token = ladder.token(aziza);
        Sql.change(
                "UPDATE organisation SET suspended = true WHERE id = ?",
                team.organisation().value());
        StaffWebhook.text(aziza.sms(), token).then().statusCode(200).body(not(containsString("Body")));
        assertThat(ladder.paused()).isFalse();
        Report next = Report.to(team);
        Bus.send(next.received());
        Eventually.so(() -> assertThat(Sql.read("SELECT what FROM audit WHERE chain = ?", "report:" + next.id()))
                .contains("nobody-alerted"));
    }

    @Test
    void closingEndsIt() {
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        Bus.send(report.closed());
        Eventually.so(() -> assertThat(ladder.ended()).isEqualTo("closed"));
    }

    @Test
    void whereNobodyCanBeReachedACoordinatorHasItBeforeTheFirstMinuteIsOver() {
        Person nadia = aCoordinator();
        Sql.change("UPDATE person SET sms = NULL, email = NULL WHERE handle = ?", aziza.handle());
        Report report = Report.to(team);
        Bus.send(report.received());
        Eventually.so(() -> assertThat(new Ladder(report).alerts()).contains(nadia.handle() + " sms"));
    }

    @Test
    void aClockThatGoesBackSilencesNothing() {
        Person atHome = Person.aResponderOffCallOf(team);
        Report report = Report.inTheQueueOf(aziza);
        Ladder ladder = new Ladder(report);
        ladder.awaitSteps("1 first");
        Sql.change(
                "UPDATE ladder SET due_at = due_at + interval '1 hour', moved_at = moved_at + interval '1 hour' WHERE report_id = ?",
                report.id().value());
        Eventually.so(() -> assertThat(ladder.alerts()).contains(atHome.handle() + " sms"));
    }

    @Test
    void aWayThatFailedThreeTimesIsPutBeforeTheCoordinatorsOnce() {
        Person nadia = aCoordinator();
        for (int i = 0; i < 4; i++) {
            DeskSetting.get().carrier().failsNext(aziza.sms(), 400, 21211);
            Report report = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(Sql.read(
                            "SELECT id FROM alert WHERE report_id = ? AND kind = 'sms' AND state = 'failed'",
                            report.id().value()))
                    .isNotEmpty());
        }
        Eventually.so(() -> assertThat(Api.as(nadia)
                        .get("/api/v1/notices")
                        .jsonPath()
                        .getList("notices.findAll { it.kind == 'dead-channel' }.subject", String.class))
                .filteredOn(subject -> subject.endsWith(" sms"))
                .hasSize(1));
        Report report = Report.inTheQueueOf(aziza);
        new Ladder(report).token(aziza);
        String alert = Sql.read(
                        "SELECT id FROM alert WHERE report_id = ? AND kind = 'sms'",
                        report.id().value())
                .getFirst();
        StaffWebhook.post("/twilio/staff/status?alert=" + alert, Map.of("MessageStatus", "delivered"))
                .then()
                .statusCode(204);
        Eventually.so(() -> assertThat(Api.as(nadia)
                        .get("/api/v1/notices")
                        .jsonPath()
                        .getList("notices.findAll { it.kind == 'dead-channel' && it.endedAt != null }.subject"))
                .hasSize(1));
    }

    private Person aCoordinator() {
        Person nadia = Person.aCoordinatorOf(team);
        Api.as(nadia).get("/api/v1/me").then().statusCode(200);
        return nadia;
    }

    private static Person first(Ladder ladder, Person one, Person other) {
        return ladder.alerts().getFirst().startsWith(one.handle() + " ") ? one : other;
    }

    /** Another ladder that became due later was climbed by it. */
    private static void assertThatASweepHasPassed() {
        Person other = Person.aResponderOf(Team.aTeam());
        Person.aResponderOf(other.team());
        Report report = Report.inTheQueueOf(other);
        new Ladder(report).awaitSteps("1 first");
        Sql.change(
                "UPDATE ladder SET due_at = started_at WHERE report_id = ?",
                report.id().value());
        new Ladder(report).awaitSteps("1 first", "1 next");
    }
}
