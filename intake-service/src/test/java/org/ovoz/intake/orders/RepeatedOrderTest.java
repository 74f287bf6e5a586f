package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.AtOnce;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

@IntakeTest
class RepeatedOrderTest {

    private final Responder responder = Responder.of(Team.NORTH);
    private final ReportId report = Reporter.whoWrote(Reporter.CRY).report();
    private final OpenedReport opened = responder.opens(report);

    @Test
    void theSameOrderAgainGetsTheSameAnswerAndHasOneEffect() {
        SignedOrder note = responder.note(opened, "once");
        String first = note.send().body();
        MovableClock.putForward(Duration.ofMinutes(9));
        assertThat(note.send().body()).isEqualTo(first);
        assertThat(notes()).containsExactly("once");
    }

    @Test
    void theSameOrderTenTimesAtOnceHasOneEffect() {
        SignedOrder note = responder.note(opened, "once");
        List<SignedOrder.Answer> answers = AtOnce.all(Stream.generate(() -> note)
                .limit(10)
                .map(one -> (Callable<SignedOrder.Answer>) one::send)
                .toList());
        assertThat(answers).extracting(SignedOrder.Answer::body).containsOnly("{\"outcome\":\"stored\"}");
        assertThat(notes()).containsExactly("once");
    }

    @Test
    void aRefusedReplyIsAnsweredTheSameWayAgainAndToldOnce() {
        SignedOrder reply = responder.reply(opened, "Sizni eshitdik.");
        assertRefused(reply.send(), 409, "reply-refused");
        assertRefused(reply.send(), 409, "reply-refused");
        assertThat(Sql.INTAKE.read(
                        "SELECT id FROM outbox WHERE key = ? AND type = 'org.ovoz.ReplyRefused.v1'", report.toString()))
                .hasSize(1);
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        SignedOrder note = responder.note(opened, "once");
        note.send();
        assertRefused(responder.note(opened, "twice").withJti(note.jti()).send(), 409, "jti-reused");
        assertThat(notes()).containsExactly("once");
    }

    @Test
    void theSameIdForAnotherActionIsRefused() {
        SignedOrder fetch = responder.fetch(report);
        assertThat(fetch.send().status()).isEqualTo(200);
        assertRefused(fetch.with(OrderAction.CLOSE).send(), 409, "jti-reused");
        assertThat(Sql.INTAKE.one("SELECT state FROM conversation WHERE id = ?", report.value()))
                .isEqualTo("open");
    }

    @Test
    void theSameIdForAnotherReportIsRefused() {
        SignedOrder fetch = responder.fetch(report);
        fetch.send();
        ReportId other = Reporter.whoWrote(Reporter.CRY).report();
        assertRefused(responder.fetch(other).withJti(fetch.jti()).send(), 409, "jti-reused");
    }

    @Test
    void theSameIdOfAnotherTeamIsRefused() {
        SignedOrder fetch = responder.fetch(report);
        fetch.send();
        assertRefused(
                Responder.of(Team.NIGHT).fetch(report).withJti(fetch.jti()).send(), 409, "jti-reused");
    }

    @Test
    void aFetchIsAnsweredAgainForFiveMinutes() {
        SignedOrder fetch = responder.fetch(report);
        fetch.send();
        MovableClock.putForward(Duration.ofMinutes(4));
        assertThat(fetch.send().status()).isEqualTo(200);
        MovableClock.putForward(Duration.ofMinutes(2));
        assertRefused(fetch.send(), 409, "order-expired");
    }

    private List<String> notes() {
        return responder.opens(report).texts(ItemKind.NOTE);
    }
}
