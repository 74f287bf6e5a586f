package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.OrdersDoor;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.Teams;

@IntakeTest
class OrderProofTest {

    @Inject
    Teams teams;

    private final Responder responder = Responder.of(Team.NORTH);
    private final ReportId report = Reporter.whoWrote(Reporter.CRY).report();

    @AfterEach
    void nothingWasKeptOrCountedAsRead() {
        assertThat(Sql.INTAKE.read("SELECT jti FROM order_taken WHERE report_id = ?", report.value()))
                .isEmpty();
        assertThat(Sql.INTAKE.read("SELECT unread_since FROM conversation WHERE id = ?", report.value()))
                .doesNotContainNull();
    }

    @Test
    void anUnsignedOrderIsRefused() {
        byte[] body = {'{', '}'};
        assertRefused(OrdersDoor.send(null, body), 401, "order-signature");
        assertRefused(OrdersDoor.send("", body), 401, "order-signature");
        assertRefused(OrdersDoor.send("a.b.c", body), 401, "order-signature");
    }

    @Test
    void anOrderSignedWithAnotherKeyIsRefused() {
        SignedOrder order = responder.fetch(report);
        assertRefused(order.signedWith(Keys.generate()).send(), 401, "order-signature");
        assertRefused(order.signedWith(Team.NIGHT.orderKey()).send(), 401, "order-signature");
        assertRefused(order.signedWith(Team.NORTH.encryptionKey()).send(), 401, "order-signature");
    }

    @Test
    void anOrderOfATeamThatNobodyKnowsIsRefused() {
        Team unknown = new Team("nobody-knows", false, List.of(), "ZZ");
        assertRefused(Responder.of(unknown).fetch(report).send(), 401, "order-signature");
    }

    @Test
    void aBodyThatWasNotSignedIsRefused() {
        assertRefused(responder.fetch(report).sendWithBody("{ }"), 401, "order-signature");
    }

    @Test
    void anotherTeamsReportIsUnknownToIt() {
        assertRefused(Responder.of(Team.STEPPE).fetch(report).send(), 404, "unknown-report");
    }

    @Test
    void aReportThatIsNotThereIsAnsweredTheSameWay() {
        SignedOrder.Answer missing = responder.fetch(new ReportId(Ids.random())).send();
        SignedOrder.Answer anothers = Responder.of(Team.STEPPE).fetch(report).send();
        assertRefused(missing, 404, "unknown-report");
        assertThat(missing.body()).isEqualTo(anothers.body());
    }

    @ParameterizedTest
    @ValueSource(longs = {-11, 11})
    void anOrderWhoseTimeIsElevenMinutesOffIsRefused(long minutes) {
        assertRefused(responder.fetch(report).later(Duration.ofMinutes(minutes)).send(), 422, "order-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"item\":null,\"grants\":[]}", "{\"item\":{\"id\":\"x\"}}"})
    void aBodyThatIsNotWhatTheActionNeedsIsRefused(String body) {
        for (OrderAction action : new OrderAction[] {OrderAction.NOTE, OrderAction.REPLY, OrderAction.ERASE}) {
            assertRefused(responder.fetch(report).with(action).withBody(body).send(), 422, "bad-body");
        }
    }

    @Test
    void aSuspendedTeamIsRefused() {
        Team.NORTH.suspend();
        awaitThatNorthIs(true);
        assertRefused(responder.fetch(report).send(), 403, "team-suspended");
        Team.NORTH.readmit();
        awaitThatNorthIs(false);
    }

    private void awaitThatNorthIs(boolean suspended) {
        Eventually.so(() -> assertThat(teams.now().find(Team.NORTH.id()).map(KnownTeam::suspended))
                .contains(suspended));
    }
}
