package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

/** What a browser hands in is looked at as far as it can be without its key. */
@IntakeTest
class GrantsTest {

    private final Responder responder = Responder.of(Team.NORTH);
    private final Reporter reporter = Reporter.whoMayBeTexted().switchesOn();
    private final ReportId report = reporter.report();
    private final OpenedReport opened = responder.opens(report);

    @Test
    void aRecipientWithoutAGrantIsMissed() {
        OrderBody.Note note = responder.sealedNote(opened, "note");
        assertRefused(note(note.item(), note.grants().subList(0, 1)), 409, "grants-missing");
        assertRefused(note(note.item(), List.of()), 409, "grants-missing");
    }

    @Test
    void aGrantToSomebodyElseIsRefused() {
        OrderBody.Note note = responder.sealedNote(opened, "note", Keys.generate());
        assertRefused(note(note.item(), note.grants()), 409, "grants-missing");
        assertThat(items(ItemKind.NOTE)).isEmpty();
    }

    @Test
    void aReplyIsNoNote() {
        OrderBody.Reply reply = responder.sealedReply(opened, "reply");
        assertRefused(note(reply.item(), reply.grants()), 422, "bad-body");
    }

    @Test
    void theSameRecipientTwiceIsRefused() {
        OrderBody.Note note = responder.sealedNote(opened, "note");
        List<OrderBody.ItemGrant> twice = new ArrayList<>(note.grants());
        twice.add(note.grants().getFirst());
        assertRefused(note(note.item(), twice), 409, "grants-missing");
    }

    @Test
    void aGrantOfAnotherItemIsRefused() {
        OrderBody.Note one = responder.sealedNote(opened, "one");
        OrderBody.Note other = responder.sealedNote(opened, "other");
        assertRefused(note(one.item(), other.grants()), 422, "bad-body");
    }

    @Test
    void anItemOfAnotherReportIsRefused() {
        ReportId elsewhere = Reporter.whoWrote(Reporter.CRY).report();
        OrderBody.Note note = responder.sealedNote(responder.opens(elsewhere), "note");
        assertRefused(note(note.item(), note.grants()), 422, "bad-body");
    }

    @Test
    void anItemIdIsNotUsedAgain() {
        OrderBody.Note note = responder.sealedNote(opened, "note");
        assertThat(note(note.item(), note.grants()).status()).isEqualTo(200);
        assertRefused(note(note.item(), note.grants()), 422, "bad-body");
        assertThat(items(ItemKind.NOTE)).hasSize(1);
    }

    @Test
    void aReplyNeedsAGrantForTheRelay() {
        OrderBody.Reply reply = responder.sealedReply(opened, "reply");
        String relay = Keys.kidOf(opened.relay().key());
        List<OrderBody.ItemGrant> without = reply.grants().stream()
                .filter(grant -> !grant.kid().equals(relay))
                .toList();
        assertRefused(reply(new OrderBody.Reply(reply.item(), without, reply.contact(), null)), 409, "grants-missing");
        assertThat(items(ItemKind.REPLY)).isEmpty();
    }

    @Test
    void aGrantThatTheRelayCannotOpenIsRefusedBeforeAnythingIsAccepted() {
        OrderBody.Reply reply = responder.sealedReply(opened, "reply");
        String relay = Keys.kidOf(opened.relay().key());
        List<OrderBody.ItemGrant> damaged = reply.grants().stream()
                .map(grant -> grant.kid().equals(relay) ? new OrderBody.ItemGrant(relay, damage(grant.jwe())) : grant)
                .toList();
        assertRefused(reply(new OrderBody.Reply(reply.item(), damaged, reply.contact(), null)), 422, "bad-body");
        assertThat(items(ItemKind.REPLY)).isEmpty();
    }

    @Test
    void theContactOfAnotherReportIsRefused() {
        ReportId elsewhere = Reporter.whoMayBeTexted().report();
        String another = responder.opens(elsewhere).contact();
        OrderBody.Reply reply = responder.sealedReply(opened, "reply");
        SignedOrder.Answer answer = reply(new OrderBody.Reply(reply.item(), reply.grants(), another, null));
        assertNotLetOut(answer, ReplyRefusal.CONTACT_MISMATCH);
    }

    @Test
    void aReplyToAReportThatForbidsContactIsRefusedAndNothingIsSent() {
        reporter.writes("STOP");
        assertNotLetOut(responder.reply(opened, "reply").send(), ReplyRefusal.CONTACT_REFUSED);
    }

    @Test
    void aReplyToWhomNobodyAskedIsRefused() {
        Reporter silent = Reporter.whoWrote(Reporter.CRY);
        OpenedReport unasked = responder.opens(silent.report());
        SignedOrder.Answer answer = responder.reply(unasked, "reply").send();
        assertRefused(answer, 409, "reply-refused");
        assertThat(answer.body()).contains("\"reason\":\"contact-not-allowed\"");
    }

    @Test
    void aReplyAfterTheContactWasErasedIsRefused() {
        responder.erase(report, OrderBody.What.CONTACT).send();
        assertNotLetOut(responder.reply(opened, "reply").send(), ReplyRefusal.CONTACT_ERASED);
    }

    @Test
    void aReplyToAClosedReportIsRefused() {
        responder.close(report).send();
        assertRefused(responder.reply(opened, "reply").send(), 409, "report-closed");
    }

    private void assertNotLetOut(SignedOrder.Answer answer, ReplyRefusal reason) {
        assertRefused(answer, 409, "reply-refused");
        String code = Json.write(reason);
        assertThat(answer.body()).contains("\"reason\":" + code);
        Eventually.so(() -> assertThat(Bus.told(report).getLast().event())
                .isInstanceOfSatisfying(
                        ReplyRefused.class, told -> assertThat(told.reason()).isEqualTo(reason)));
        assertThat(Sql.INTAKE.read(
                        "SELECT id FROM outgoing_text WHERE report_id = ? AND kind = 'reply'", report.value()))
                .isEmpty();
        assertThat(reporter.hears()).doesNotContain("reply");
    }

    private SignedOrder.Answer note(OrderBody.NewItem item, List<OrderBody.ItemGrant> grants) {
        return responder
                .order(report, OrderAction.NOTE, new OrderBody.Note(item, grants))
                .send();
    }

    private SignedOrder.Answer reply(OrderBody.Reply reply) {
        return responder.order(report, OrderAction.REPLY, reply).send();
    }

    private List<String> items(ItemKind kind) {
        return Sql.INTAKE.read("SELECT id FROM item WHERE report_id = ? AND kind = ?", report.value(), kind.text());
    }

    private static String damage(String jwe) {
        String[] parts = jwe.split("\\.");
        parts[3] = new StringBuilder(parts[3]).reverse().toString();
        return String.join(".", parts);
    }
}
