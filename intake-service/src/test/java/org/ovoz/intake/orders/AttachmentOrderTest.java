package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.AttachmentResult;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.local.carrier.media.Enclosure;

/** Chunks are given to those who may read the report, a few at a time. */
@IntakeTest
class AttachmentOrderTest {

    private static final int CHUNKS = 6;

    private final Responder responder = Responder.of(Team.NORTH);
    private final Reporter reporter = Reporter.somebody();
    private ReportId report;
    private ItemId attachment;

    @BeforeEach
    void aReportWithAPicture() {
        byte[] picture = new byte[(CHUNKS - 1) * 256 * 1024 + 5_000];
        String sid = IntakeSetting.carrier()
                .text(reporter.number(), IntakeSetting.LINE, Reporter.CRY, new Enclosure("image/png", picture));
        Eventually.so(() -> assertThat(Reporter.isKnown(sid)).isTrue());
        report = Reporter.reportOf(sid);
        Eventually.so(() -> assertThat(attachments()).hasSize(1));
        attachment = ItemId.of(attachments().getFirst());
    }

    @Test
    void theyComeAFewAtATimeInTheirOrder() {
        AttachmentResult first = opened(0);
        AttachmentResult second = opened(4);
        assertThat(first.chunks()).hasSize(4);
        assertThat(second.chunks()).hasSize(CHUNKS - 4);
        assertThat(List.of(first.from(), second.from())).containsExactly(0, 4);
        List<String> stored = IntStream.range(0, CHUNKS)
                .mapToObj(idx -> Sql.INTAKE.one(
                        "SELECT jwe FROM item_chunk WHERE item_id = ? AND idx = ?", attachment.value(), idx))
                .toList();
        assertThat(first.chunks()).isEqualTo(stored.subList(0, 4));
        assertThat(second.chunks()).isEqualTo(stored.subList(4, CHUNKS));
    }

    @Test
    void theFetchOfTheReportStaysSmall() {
        assertThat(responder.fetch(report).send().body().length()).isLessThan(30_000);
    }

    @Test
    void anotherTeamSeesNoSuchReport() {
        assertRefused(Responder.of(Team.STEPPE).chunks(report, attachment, 0).send(), 404, "unknown-report");
    }

    @Test
    void anEscalationTeamWaitsForThemAsForTheRest() {
        Responder night = Responder.of(Team.NIGHT);
        assertRefused(night.chunks(report, attachment, 0).send(), 403, "not-a-recipient");
        MovableClock.putForward(Duration.ofMinutes(15));
        assertThat(night.chunks(report, attachment, 0).send().status()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertRefused(responder.chunks(report, attachment, CHUNKS).send(), 404, "unknown-attachment");
        assertRefused(responder.chunks(report, new ItemId(Ids.random()), 0).send(), 404, "unknown-attachment");
        ReportId other = Reporter.whoWrote(Reporter.CRY).report();
        assertRefused(responder.chunks(other, attachment, 0).send(), 404, "unknown-attachment");
    }

    @Test
    void aBodyThatIsNoneIsRefused() {
        assertRefused(responder.chunks(report, attachment, -1).send(), 422, "bad-body");
        for (String body : List.of("{}", "[]", "{\"item\":\"x\",\"from\":0}", "{\"from\":0}")) {
            assertRefused(responder.chunks(report, attachment, 0).withBody(body).send(), 422, "bad-body");
        }
    }

    @Test
    void theSameOrderAgainIsAnsweredAgainForAWhileAndKeptOnce() {
        SignedOrder order = responder.chunks(report, attachment, 0);
        String body = order.send().body();
        assertThat(order.send().body()).isEqualTo(body);
        assertThat(Sql.INTAKE.read("SELECT outcome FROM order_taken WHERE jti = ?", order.jti()))
                .containsExactly((String) null);
        MovableClock.putForward(Duration.ofMinutes(6));
        assertRefused(order.send(), 409, "order-expired");
    }

    @Test
    void whoAskedIsInTheAudit() {
        SignedOrder order = responder.chunks(report, attachment, 0);
        order.send();
        assertThat(Sql.INTAKE.read("SELECT actor || ' ' || action FROM audit WHERE jti = ?", order.jti()))
                .containsExactly("team:north order-attachment");
    }

    @Test
    void lookingAtThemIsNotReadingTheReport() {
        responder.chunks(report, attachment, 0).send();
        assertThat(Sql.INTAKE.one("SELECT unread_since IS NOT NULL FROM conversation WHERE id = ?", report.value()))
                .isEqualTo("t");
    }

    private AttachmentResult opened(int from) {
        SignedOrder.Answer answer = responder.chunks(report, attachment, from).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), AttachmentResult.class);
    }

    private List<String> attachments() {
        return Sql.INTAKE.read("SELECT id FROM item WHERE report_id = ? AND kind = 'attachment'", report.value());
    }
}
