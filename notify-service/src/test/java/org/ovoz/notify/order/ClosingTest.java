package org.ovoz.notify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.ovoz.contracts.order.OrderAction.CLOSE;
import static org.ovoz.contracts.order.OrderAction.FETCH;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.report.ReplyAccepted;
import org.ovoz.contracts.report.ReplyFailed;
import org.ovoz.contracts.report.ReplyFailure;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class ClosingTest {

    private Person aziza;
    private Report report;

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"helped", "referred", "duplicate", "no-answer", "not-for-us", "other-line", "withdrawn"})
    void aReportIsClosedForAReasonThatColleaguesSee(String reason) {
        close(reason).then().statusCode(200);
        var seen = report.await(aziza, any -> any.getString("state").equals("closed"));
        assertThat(seen.getString("closedFor")).isEqualTo(reason);
        assertThat(seen.getString("timeline.find { it.what == 'report-closed' }.reason"))
                .isEqualTo(reason);
        assertThat(seen.getString("timeline.find { it.what == 'report-closed' }.who"))
                .isEqualTo(aziza.handle());
    }

    @Test
    void withoutAReasonNothingIsAskedOfIntake() {
        Order order = Order.of(CLOSE, report, aziza.team());
        refused(order.by(aziza, report), 422, "reason-needed");
        refused(order.by(aziza, report, "because"), 422, "reason-needed");
        assertThat(DeskSetting.get().intake().receivedWith(order.jws())).isEmpty();
        report.await(aziza, seen -> seen.getString("state").equals("claimed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prank", "abuse"})
    void whatNobodyHasReadIsNoPrank(String reason) {
        refused(close(reason), 409, "unread-is-no-prank");
        read();
        Bus.send(report.wroteAgain());
        report.await(aziza, seen -> seen.getString("readBy") != null);
        refused(close(reason), 409, "unread-is-no-prank");
        read();
        close(reason).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prank", "abuse"})
    void silenceAfterAnAnswerIsNoPrank(String reason) {
        read();
        answered();
        refused(close(reason), 409, "silence-is-no-prank");
        Bus.send(report.wroteAgain());
        report.await(aziza, seen -> seen.getString("readBy") != null);
        read();
        close(reason).then().statusCode(200);
        report.await(aziza, seen -> reason.equals(seen.getString("closedFor")));
    }

    @Test
    void anAnswerThatNeverArrivedIsNotWhatTheyAreSilentAbout() {
        read();
        ItemId item = answered();
        Bus.send(report.next(id -> new ReplyFailed(id, item, ReplyFailure.values()[0], MovableClock.now())));
        report.await(aziza, seen -> seen.getInt("replies.failed") == 1);
        close("prank").then().statusCode(200);
    }

    @Test
    void theReasonIsKeptAlsoWhereIntakesOwnWordIsFaster() {
        Bus.send(report.closed());
        report.await(aziza, seen -> seen.getString("state").equals("closed"));
        close("helped").then().statusCode(200);
        var seen = report.await(aziza, any -> "helped".equals(any.getString("closedFor")));
        assertThat(seen.getString("timeline.find { it.what == 'closing-reason' }.who"))
                .isEqualTo(aziza.handle());
        close("referred").then().statusCode(200);
        assertThat(report.await(aziza, any -> true).getString("closedFor")).isEqualTo("helped");
    }

    @Test
    void aReporterWhoWritesAgainOpensItAndTheReasonIsGone() {
        close("no-answer").then().statusCode(200);
        report.await(aziza, seen -> seen.getString("state").equals("closed"));
        Bus.send(report.closed());
        Bus.send(report.wroteAgain());
        var seen = report.await(aziza, any -> any.getString("state").equals("waiting"));
        assertThat(seen.getString("closedFor")).isNull();
    }

    @Test
    void theReasonStaysAtTheDesk() {
        close("not-for-us").then().statusCode(200);
        assertThat(Sql.read(
                        "SELECT payload FROM outbox WHERE key = ?", report.id().toString()))
                .isNotEmpty()
                .noneMatch(payload -> payload.contains("not-for-us"));
    }

    private ItemId answered() {
        ItemId item = new ItemId(Ids.random());
        Bus.send(report.next(id -> new ReplyAccepted(id, item, MovableClock.now())));
        report.await(aziza, seen -> seen.getInt("replies.accepted") == 1);
        return item;
    }

    private void read() {
        Order.of(FETCH, report, aziza.team()).by(aziza, report).then().statusCode(200);
    }

    private Response close(String reason) {
        return Order.of(CLOSE, report, aziza.team()).by(aziza, report, reason);
    }

    private static void refused(Response answer, int status, String problem) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ovoz:problem:" + problem));
    }
}
