package org.ovoz.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.WaitingReply;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReplyScheduled;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.AtOnce;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.Hours;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.local.carrier.faults.FaultKind;

/** A reply that waits for a safe hour goes out in it, once, or not at all. */
@IntakeTest
class WaitingReplyTest {

    private static final String WORDS = "Sizni eshitdik.";

    @Inject
    LookAfterTexts lookAfterTexts;

    private final Correspondence letters = new Correspondence();
    private final Instant opens = Hours.in(60);

    @Test
    void aReplyOutsideTheHoursIsRefusedAndSaysWhenTheyBegin() {
        letters.records(Hours.weekly(opens, 30));
        SignedOrder.Answer answer =
                letters.responder.reply(letters.opened, WORDS).send();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .contains("\"reason\":\"outside-safe-window\"")
                .contains("\"next\":{\"from\":\"" + opens + "\"");
        letters.awaitTold("SafeWindowChanged", "ReplyRefused");
        assertThat(letters.heard()).isEmpty();
    }

    @Test
    void itGoesOutWhenTheHourHasComeAndNotBefore() {
        letters.records(Hours.weekly(opens, 30));
        UUID reply = letters.schedules(WORDS, MovableClock.now());
        assertThat(letters.keptOf(reply)).hasSize(2);
        assertThat(letters.responder.opens(letters.report).waiting())
                .extracting(WaitingReply::goesAt)
                .containsExactly(opens);
        passUntil(opens.minusSeconds(20));
        sweep();
        assertThat(letters.state(reply)).isEqualTo("accepted");
        passUntil(opens);
        sweep();
        letters.awaitTold("SafeWindowChanged", "ReplyScheduled", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
        assertThat(letters.keptOf(reply)).isEmpty();
        assertThat(letters.responder.opens(letters.report).waiting()).isEmpty();
    }

    @Test
    void withoutHoursItWaitsForTheTimeThatWasWanted() {
        UUID reply = letters.schedules(WORDS, opens);
        sweep();
        assertThat(letters.state(reply)).isEqualTo("accepted");
        passUntil(opens);
        sweep();
        letters.awaitTold("ReplyScheduled", "ReplySent", "ReplyDelivered");
    }

    @Test
    void inAnOpenWindowTheNextOneIsNow() {
        letters.records(Hours.weekly(Hours.in(-5), 30));
        OrderBody.Reply reply = letters.responder.sealedReply(letters.opened, WORDS, MovableClock.now());
        assertThat(letters.responder
                        .order(letters.report, OrderAction.REPLY, reply)
                        .send()
                        .body())
                .isEqualTo("{\"outcome\":\"accepted\"}");
        letters.awaitTold("SafeWindowChanged", "ReplyAccepted", "ReplySent", "ReplyDelivered");
    }

    @Test
    void manyWhoLookAtItAtOnceSendItOnce() {
        UUID reply = letters.schedules(WORDS, opens);
        passUntil(opens);
        Callable<Void> look = () -> lookAfterTexts.sweep().await().indefinitely();
        AtOnce.all(Stream.generate(() -> look).limit(8).toList());
        letters.awaitTold("ReplyScheduled", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
        assertThat(letters.state(reply)).isEqualTo("delivered");
    }

    @Test
    void whatADeadProcessWasSendingIsNotSentInTheNextWindow() {
        UUID reply = letters.schedules(WORDS, opens);
        Sql.INTAKE.change("UPDATE outgoing_text SET state = 'sending', sending_at = goes_at WHERE id = ?", reply);
        passUntil(opens.plus(Duration.ofMinutes(2)));
        sweep();
        letters.awaitTold("ReplyScheduled", "ReplyFateUnknown");
        assertThat(letters.heard()).isEmpty();
    }

    @Test
    void whereNobodyWasThereInItsHourItWaitsForTheNextOne() {
        letters.records(Hours.onTwoDays(opens, 30));
        UUID reply = letters.schedules(WORDS, MovableClock.now());
        passUntil(opens.plus(Duration.ofMinutes(31)));
        sweep();
        letters.awaitTold("SafeWindowChanged", "ReplyScheduled", "ReplyScheduled");
        assertThat(((ReplyScheduled) letters.lastTold().event()).goesAt()).isEqualTo(opens.plus(Duration.ofDays(1)));
        assertThat(letters.state(reply)).isEqualTo("accepted");
        passUntil(opens.plus(Duration.ofDays(1)));
        sweep();
        letters.awaitTold("SafeWindowChanged", "ReplyScheduled", "ReplyScheduled", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
    }

    @Test
    void aCarrierThatIsTooBusyIsTriedAgainInsideTheWindowOnly() {
        letters.records(Hours.onTwoDays(opens, 2));
        UUID reply = letters.schedules(WORDS, MovableClock.now());
        letters.carrierWill(FaultKind.RATE_LIMIT);
        passUntil(opens.plus(Duration.ofSeconds(100)));
        sweep();
        letters.awaitPutBack(reply);
        MovableClock.putForward(Duration.ofSeconds(31));
        sweep();
        letters.awaitTold("SafeWindowChanged", "ReplyScheduled", "ReplyScheduled");
        assertThat(letters.heard()).isEmpty();
        passUntil(opens.plus(Duration.ofDays(1)));
        sweep();
        Eventually.so(() -> assertThat(letters.heard()).containsExactly(WORDS));
    }

    @Test
    void stopEndsTheWaitingAtOnce() {
        UUID reply = letters.schedules(WORDS, opens);
        letters.reporter.writes("STOP");
        sweep();
        letters.awaitTold("ReplyScheduled", "ReporterWrote", "SafeContactChanged", "ReplyRefused");
        assertThat(reasonTold()).isEqualTo(ReplyRefusal.CONTACT_REFUSED);
        assertThat(letters.keptOf(reply)).isEmpty();
        passUntil(opens);
        sweep();
        assertThat(letters.heard()).isEmpty();
    }

    @Test
    void aRecordedNoEndsItToo() {
        UUID reply = letters.schedules(WORDS, opens);
        letters.records(new ContactTerms(TextsAllowed.REFUSED, false, false, null));
        sweep();
        letters.awaitTold("ReplyScheduled", "SafeContactChanged", "ReplyRefused");
        assertThat(reasonTold()).isEqualTo(ReplyRefusal.CONTACT_REFUSED);
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    @Test
    void otherHoursMoveIt() {
        letters.records(Hours.weekly(opens, 30));
        UUID reply = letters.schedules(WORDS, MovableClock.now());
        Instant later = opens.plus(Duration.ofHours(3));
        letters.records(Hours.weekly(later, 30));
        sweep();
        letters.awaitTold("SafeWindowChanged", "ReplyScheduled", "SafeWindowChanged", "ReplyScheduled");
        assertThat(((ReplyScheduled) letters.lastTold().event()).goesAt()).isEqualTo(later);
        passUntil(opens);
        sweep();
        assertThat(letters.state(reply)).isEqualTo("accepted");
    }

    @Test
    void wideHoursDoNotMakeItGoBeforeItIsWanted() {
        UUID reply = letters.schedules(WORDS, opens);
        letters.records(Hours.weekly(Hours.in(-5), 120));
        sweep();
        letters.awaitTold("ReplyScheduled", "SafeWindowChanged");
        assertThat(letters.state(reply)).isEqualTo("accepted");
        assertThat(letters.column(reply, "due_at = goes_at")).isEqualTo("t");
    }

    @Test
    void erasingTheContactEndsIt() {
        UUID reply = letters.schedules(WORDS, opens);
        letters.responder.erase(letters.report, OrderBody.What.CONTACT).send();
        letters.awaitTold("ReplyScheduled", "ReplyRefused", "ContactErased");
        assertThat(letters.state(reply)).isEqualTo("refused");
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    @Test
    void itIsTakenBackOnceHoweverOftenThatIsOrdered() {
        UUID reply = letters.schedules(WORDS, opens);
        for (int i = 0; i < 2; i++) {
            assertThat(letters.responder.withdraw(letters.report, reply).send().body())
                    .isEqualTo("{\"outcome\":\"withdrawn\"}");
        }
        passUntil(opens);
        sweep();
        letters.awaitTold("ReplyScheduled", "ReplyWithdrawn");
        assertThat(letters.keptOf(reply)).isEmpty();
        assertThat(letters.heard()).isEmpty();
        OpenedReport opened = letters.responder.opens(letters.report);
        assertThat(opened.texts(ItemKind.REPLY)).containsExactly(WORDS);
        assertThat(opened.fetched().reach().notSent()).containsExactly(new ItemId(reply));
    }

    @Test
    void whatWentOutCannotBeTakenBack() {
        UUID reply = letters.replies(WORDS);
        letters.awaitState(reply, "delivered");
        SignedOrder.Answer answer =
                letters.responder.withdraw(letters.report, reply).send();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("not-waiting");
    }

    @Test
    void nobodyTakesBackTheReplyOfAnotherReport() {
        Correspondence others = new Correspondence();
        UUID reply = others.schedules(WORDS, opens);
        assertThat(letters.responder.withdraw(letters.report, reply).send().body())
                .contains("not-waiting");
        assertThat(others.state(reply)).isEqualTo("accepted");
    }

    @Test
    void takingBackAndSendingAtOnceEndsInExactlyOneOfThem() {
        UUID reply = letters.schedules(WORDS, opens);
        passUntil(opens);
        SignedOrder back = letters.responder.withdraw(letters.report, reply);
        AtOnce.all(List.<Callable<Object>>of(
                () -> back.send().status(), () -> lookAfterTexts.sweep().await().indefinitely()));
        Eventually.so(() -> assertThat(letters.state(reply)).isIn("withdrawn", "delivered"));
        boolean wentOut = letters.state(reply).equals("delivered");
        assertThat(letters.heard()).hasSize(wentOut ? 1 : 0);
        assertThat(letters.told().contains("ReplyWithdrawn")).isEqualTo(!wentOut);
    }

    @Test
    void closingTheReportTakesItBack() {
        UUID reply = letters.schedules(WORDS, opens);
        letters.responder.close(letters.report).send();
        letters.awaitTold("ReplyScheduled", "ReplyWithdrawn", "ConversationClosed");
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    @Test
    void anHourThatIsTooFarIsRefusedAtOnce() {
        letters.records(Hours.weekly(Hours.in(49 * 60), 30));
        SignedOrder.Answer answer = letters.responder
                .order(
                        letters.report,
                        OrderAction.REPLY,
                        letters.responder.sealedReply(letters.opened, WORDS, MovableClock.now()))
                .send();
        assertThat(answer.body()).contains("window-too-far");
        letters.awaitTold("SafeWindowChanged", "ReplyRefused");
    }

    @Test
    void afterTwoDaysItsTimeIsOver() {
        letters.records(Hours.onTwoDays(opens, 30));
        UUID reply = letters.schedules(WORDS, MovableClock.now());
        passUntil(opens.plus(Duration.ofDays(3)));
        sweep();
        letters.awaitTold("SafeWindowChanged", "ReplyScheduled", "ReplyRefused");
        assertThat(reasonTold()).isEqualTo(ReplyRefusal.WAITED_TOO_LONG);
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    /** Sealed to a key that will be gone it could not be opened any more: the browser fetches again, and seals to the newer one. */
    @Test
    void noReplyIsTakenThatWouldOutliveItsRelayKey() {
        String tomorrow = MovableClock.now().plus(Duration.ofDays(1)).toString();
        Sql.INTAKE.change("UPDATE relay_key SET not_after = ?::timestamptz", tomorrow);
        try {
            OrderBody.Reply waits = letters.responder.sealedReply(letters.opened, WORDS, opens);
            SignedOrder.Answer answer = letters.responder
                    .order(letters.report, OrderAction.REPLY, waits)
                    .send();
            assertThat(answer.body()).contains("grants-missing");
            letters.replies(WORDS);
        } finally {
            Sql.INTAKE.change("UPDATE relay_key SET not_after = made_at + interval '10 days'");
        }
    }

    @Test
    void aTeamThatIsSuspendedMeanwhileHasNothingToSayAnyMore() {
        UUID reply = letters.schedules(WORDS, opens);
        Team.NORTH.suspend();
        try {
            Eventually.so(() -> assertThat(
                            letters.responder.fetch(letters.report).send().status())
                    .isEqualTo(403));
            passUntil(opens);
            sweep();
            letters.awaitTold("ReplyScheduled", "ReplyRefused");
            assertThat(reasonTold()).isEqualTo(ReplyRefusal.TEAM_SUSPENDED);
            assertThat(letters.keptOf(reply)).isEmpty();
            assertThat(letters.heard()).isEmpty();
        } finally {
            Team.NORTH.readmit();
            Eventually.so(() -> assertThat(
                            letters.responder.fetch(letters.report).send().status())
                    .isEqualTo(200));
        }
    }

    private ReplyRefusal reasonTold() {
        return ((ReplyRefused) Bus.told(letters.report).getLast().event()).reason();
    }

    private static void passUntil(Instant time) {
        Duration rest = Duration.between(MovableClock.now(), time);
        if (rest.isPositive()) {
            MovableClock.putForward(rest);
        }
    }

    private void sweep() {
        lookAfterTexts.sweep().await().indefinitely();
    }
}
