package org.ovoz.notify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.ovoz.contracts.order.OrderAction.ATTACHMENT;
import static org.ovoz.contracts.order.OrderAction.CLOSE;
import static org.ovoz.contracts.order.OrderAction.ERASE;
import static org.ovoz.contracts.order.OrderAction.FETCH;
import static org.ovoz.contracts.order.OrderAction.GRANT;
import static org.ovoz.contracts.order.OrderAction.NOTE;
import static org.ovoz.contracts.order.OrderAction.REPLY;
import static org.ovoz.contracts.order.OrderAction.TRIAGE;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.Orders;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.FakeIntake;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class OrderTest {

    private Person aziza;
    private Report report;

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @AfterEach
    void intakeIsWell() {
        intake().answers(FakeIntake.done());
    }

    @Test
    void anOrderGoesToIntakeAsItIsAndItsAnswerComesBackAsItIs() {
        intake().answers(new FakeIntake.Answer(200, "application/json", "{\"items\":[\"sealed\"]}"));
        Order order = Order.of(FETCH, report, aziza.team());
        order.by(aziza, report)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header(Orders.DATE_HEADER, FakeIntake.DATE)
                .header("Cache-Control", "no-store")
                .body(equalTo("{\"items\":[\"sealed\"]}"));
        assertThat(intake().receivedWith(order.jws()))
                .singleElement()
                .satisfies(received -> assertThat(received.body()).isEqualTo(order.body()));
    }

    @Test
    void aFetchedReportCountsAsRead() {
        Order.of(FETCH, report, aziza.team()).by(aziza, report).then().statusCode(200);
        report.await(aziza, seen -> seen.getBoolean("opened") && seen.getString("readBy") == null);
    }

    @Test
    void aReportThatIntakeClosedLeavesTheQueue() {
        Order.of(CLOSE, report, aziza.team()).by(aziza, report, "helped").then().statusCode(200);
        report.await(aziza, seen -> seen.getString("state").equals("closed"));
    }

    @Test
    void intakesRefusalIsPassedThroughAndHasNoEffectHere() {
        String refusal = "{\"type\":\"urn:ovoz:problem:contact-refused\",\"reason\":\"contact-not-allowed\"}";
        intake().answers(new FakeIntake.Answer(409, "application/problem+json", refusal));
        Order.of(CLOSE, report, aziza.team())
                .by(aziza, report, "helped")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(equalTo(refusal));
        report.await(aziza, seen -> seen.getString("state").equals("claimed"));
    }

    @Test
    void whenIntakeIsOutOfReachThatIsSaidAndTheSameOrderMayBeSentAgain() {
        intake().answers(new FakeIntake.Answer(0, "", ""));
        Order order = Order.of(NOTE, report, aziza.team());
        refused(order.by(aziza, report), 503, "intake-unreachable");
        intake().answers(FakeIntake.done());
        order.by(aziza, report).then().statusCode(200);
    }

    @Test
    void anOrderForAnotherReportThanItsPathIsRefused() {
        Report other = Report.inTheQueueOf(aziza);
        Order order = Order.of(FETCH, other, aziza.team());
        refused(order.by(aziza, report), 422, "other-report");
        assertThat(intake().receivedWith(order.jws())).isEmpty();
    }

    @Test
    void anOrderOfATeamThatIsNotTheCallersOrNotAddressedIsRefused() {
        Team stranger = Team.aTeam();
        Team sister = Team.aTeamOf(aziza.team().organisation().value());
        for (Team team : List.of(stranger, sister)) {
            Order order = Order.of(FETCH, report, team);
            refused(order.by(aziza, report), 403, "not-your-team");
            assertThat(intake().receivedWith(order.jws())).isEmpty();
        }
    }

    @Test
    void whoeverActsMustHoldTheReportButErasingDoesNotWait() {
        Person bek = Person.aResponderOf(aziza.team());
        for (OrderAction action : List.of(FETCH, NOTE, REPLY, CLOSE, TRIAGE, GRANT, ATTACHMENT)) {
            refused(Order.of(action, report, aziza.team()).by(bek, report), 409, "claim-needed");
        }
        Order.of(ERASE, report, aziza.team()).by(bek, report).then().statusCode(200);
    }

    @Test
    void whatIsNoOrderIsRefused() {
        for (String header : List.of(
                "", "x", "a.b.c", Order.of(FETCH, report, aziza.team()).jws().substring(5))) {
            refused(new Order(header, "{}").by(aziza, report), 422, "bad-order");
        }
        Api.as(aziza)
                .contentType("application/json")
                .body("{}")
                .post(report.path() + "/orders")
                .then()
                .statusCode(422);
    }

    @Test
    void aSignatureIsIntakesToJudge() {
        Order forged = Order.of(FETCH, report.id(), aziza.team().id(), Keys.generate(), "{}");
        intake().answers(new FakeIntake.Answer(
                401, "application/problem+json", "{\"type\":\"urn:ovoz:problem:order-signature\"}"));
        forged.by(aziza, report).then().statusCode(401).body("type", equalTo("urn:ovoz:problem:order-signature"));
    }

    @Test
    void anotherOrganisationsResponderHasNoSuchReport() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        refused(Order.of(FETCH, report, stranger.team()).by(stranger, report), 404, "unknown-report");
    }

    @Test
    void aSuspendedTeamOrdersNothing() {
        aziza.team().suspend().then().statusCode(200);
        refused(Order.of(FETCH, report, aziza.team()).by(aziza, report), 404, "unknown-report");
    }

    @Test
    void anOrderStartsTheLeaseAnewAndIsKeptInTheAudit() {
        Order.of(NOTE, report, aziza.team()).by(aziza, report).then().statusCode(200);
        assertThat(Sql.read("SELECT what FROM audit WHERE chain = ? ORDER BY sequence", "report:" + report.id()))
                .containsSubsequence("report-claimed", "order-note", "note-added");
    }

    private static void refused(Response answer, int status, String problem) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ovoz:problem:" + problem));
    }

    private static FakeIntake intake() {
        return DeskSetting.get().intake();
    }
}
