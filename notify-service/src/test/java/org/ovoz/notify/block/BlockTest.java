package org.ovoz.notify.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.ovoz.contracts.order.OrderAction.FETCH;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.ovoz.notify.setting.Team;

@DeskTest
class BlockTest {

    private static final int ROUNDS = 20;

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;
    private Report report;

    @BeforeEach
    void aReportThatWasRead() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
        report = Report.inTheQueueOf(aziza);
        read(report);
    }

    @Test
    void oneProposesAndAnotherConfirmsAndThenAlertsRestButNothingIsLost() {
        propose(aziza, 3).then().statusCode(200).body("block.confirmed", equalTo(false));
        confirm(bek)
                .then()
                .statusCode(200)
                .body("block.confirmed", equalTo(true))
                .body("block.by", equalTo(aziza.handle()));
        assertThat(until())
                .isBetween(
                        clock.instant().plus(Duration.ofDays(3)).minusSeconds(60),
                        clock.instant().plus(Duration.ofDays(3)));
        long before = ladders();
        Bus.send(report.wroteAgain());
        report.await(aziza, seen -> seen.getString("readBy") != null);
        theSweepersHavePassed();
        assertThat(ladders()).isEqualTo(before);
        assertThat(report.await(aziza, any -> true).getList("timeline.what"))
                .contains("reporter-wrote", "block-proposed", "block-confirmed");
        clock.putForward(Duration.ofDays(3).plusSeconds(1));
        Eventually.so(() -> assertThat(ladders()).isEqualTo(before + 1));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("block-over"));
    }

    @Test
    void itIsForFourteenDaysWhereNobodySaysOtherwiseAndForThirtyAtMost() {
        for (int days : new int[] {0, 31}) {
            propose(aziza, days).then().statusCode(400);
        }
        Api.as(aziza)
                .contentType("application/json")
                .body(Map.of())
                .post(report.path() + "/block")
                .then()
                .statusCode(200);
        confirm(bek).then().statusCode(200);
        assertThat(until())
                .isBetween(
                        clock.instant().plus(Duration.ofDays(13)),
                        clock.instant().plus(Duration.ofDays(14)));
    }

    @Test
    void aProposalMutesNothing() {
        propose(aziza, 3).then().statusCode(200);
        long before = ladders();
        Bus.send(report.wroteAgain());
        Eventually.so(() -> assertThat(ladders()).isEqualTo(before + 1));
        refused(confirm(bek), 409, "unread");
        read(report);
        confirm(bek).then().statusCode(200);
    }

    @Test
    void itTakesTwoPeopleOfOneOrganisation() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        Report shared = Report.to(aziza.team()).addressedTo(stranger.team()).waitingFor(stranger);
        report = shared;
        read(shared);
        propose(aziza, 3).then().statusCode(200);
        refused(confirm(aziza), 403, "your-own");
        refused(confirm(stranger), 409, "nothing-proposed");
        refused(Api.as(stranger).delete(report.path() + "/block"), 409, "nothing-proposed");
        refused(propose(bek, 3), 409, "already-proposed");
        confirm(bek).then().statusCode(200);
        refused(confirm(Person.aResponderOf(aziza.team())), 409, "nothing-proposed");
    }

    @Test
    void aProposalThatNobodyConfirmsWithinADayIsOver() {
        propose(aziza, 3).then().statusCode(200);
        clock.putForward(Duration.ofHours(24).plusSeconds(1));
        refused(confirm(bek), 409, "nothing-proposed");
        report.await(
                aziza,
                seen -> seen.getList("timeline.what").contains("block-not-confirmed") || seen.get("block") == null);
        propose(bek, 3).then().statusCode(200);
    }

    @Test
    void onePersonIsEnoughToHearTheReporterAgain() {
        propose(aziza, 3).then().statusCode(200);
        confirm(bek).then().statusCode(200);
        Bus.send(report.wroteAgain());
        report.await(aziza, seen -> seen.getString("readBy") != null);
        long before = ladders();
        Api.as(bek).delete(report.path() + "/block").then().statusCode(200).body("block", nullValue());
        Eventually.so(() -> assertThat(ladders()).isEqualTo(before + 1));
        refused(Api.as(bek).delete(report.path() + "/block"), 409, "nothing-proposed");
    }

    @Test
    void whoHasNotReadItDoesNotDecide() {
        report = Report.inTheQueueOf(aziza);
        refused(propose(aziza, 3), 409, "unread");
    }

    @Test
    void somebodyInDangerOrAChildIsAlwaysHeard() {
        for (Report heard : List.of(
                Report.to(aziza.team()).ofSomebodyInDanger(),
                Report.to(aziza.team()).ofAChild())) {
            report = heard.waitingFor(aziza);
            read(report);
            refused(propose(aziza, 3), 409, "protected-reporter");
        }
        report = Report.inTheQueueOf(aziza);
        read(report);
        propose(aziza, 3).then().statusCode(200);
        confirm(bek).then().statusCode(200);
        Sql.change(
                "UPDATE report_case SET danger = true WHERE id = ?", report.id().value());
        long before = ladders();
        Bus.send(report.wroteAgain());
        Eventually.so(() -> assertThat(ladders()).isEqualTo(before + 1));
    }

    @Test
    void aReportThatIsNotTheirsIsNotThere() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        refused(propose(stranger, 3), 404, "unknown-report");
        propose(aziza, 3).then().statusCode(200);
        refused(confirm(stranger), 404, "unknown-report");
        refused(Api.as(stranger).delete(report.path() + "/block"), 404, "unknown-report");
    }

    @Test
    void ofManyWhoConfirmAtOnceOneDoes() throws Exception {
        List<Person> colleagues = Stream.generate(() -> Person.aResponderOf(aziza.team()))
                .limit(3)
                .collect(Collectors.toList());
        try (ExecutorService many = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                propose(aziza, 3).then().statusCode(200);
                List<Callable<Response>> acts = colleagues.stream()
                        .map(one -> (Callable<Response>) () -> confirm(one))
                        .toList();
                List<Integer> statuses = many.invokeAll(acts).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
                Api.as(aziza).delete(report.path() + "/block").then().statusCode(200);
            }
        }
    }

    @Test
    void ofTwoWhoProposeAtOnceOneDoesAndTheOtherMayConfirm() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Response>> acts = List.of(() -> propose(aziza, 3), () -> propose(bek, 3));
                List<Integer> statuses = both.invokeAll(acts).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                confirm(statuses.getFirst() == 200 ? bek : aziza).then().statusCode(200);
                Api.as(aziza).delete(report.path() + "/block").then().statusCode(200);
            }
        }
    }

    private Response propose(Person who, int days) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("days", days))
                .post(report.path() + "/block");
    }

    private Response confirm(Person who) {
        return Api.as(who).post(report.path() + "/block/confirm");
    }

    private Instant until() {
        return Instant.parse(report.await(aziza, seen -> true).getString("block.until"));
    }

    private void read(Report what) {
        Api.as(aziza).post(what.path() + "/claim").then().statusCode(200);
        Order.of(FETCH, what, aziza.team()).by(aziza, what).then().statusCode(200);
    }

    private long ladders() {
        return Long.parseLong(Sql.read(
                        "SELECT count(*) FROM ladder WHERE report_id = ?",
                        report.id().value())
                .getFirst());
    }

    /** Another report that had no ladder has one now: so this one would have, too. */
    private void theSweepersHavePassed() {
        Report other = Report.inTheQueueOf(aziza);
        Sql.change(
                "UPDATE ladder SET ended_at = started_at, ended = 'read' WHERE report_id = ?",
                other.id().value());
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT id FROM ladder WHERE report_id = ? AND ended_at IS NULL",
                        other.id().value()))
                .hasSize(1));
    }

    private static void refused(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("urn:ovoz:problem:" + problem));
    }
}
