package org.ovoz.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.report.ReplyFailed;
import org.ovoz.contracts.report.ReplyFailure;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.local.carrier.faults.FaultKind;

@IntakeTest
class ReplyTest {

    private static final String WORDS = "Sizni eshitdik.";

    @Inject
    LookAfterTexts lookAfterTexts;

    private final Correspondence letters = new Correspondence();

    @Test
    void aReplyGoesOutOnceAndItsFateIsTold() {
        UUID reply = letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
        assertThat(letters.state(reply)).isEqualTo("delivered");
        assertThat(Responder.of(Team.NORTH).opens(letters.report).texts(ItemKind.REPLY))
                .containsExactly(WORDS);
    }

    @Test
    void numberAndRelayGrantAreGoneOnceItWasSent() {
        UUID reply = letters.replies(WORDS);
        letters.awaitState(reply, "delivered");
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    @Test
    void whereTheCarrierFailsItsFateIsUnknownAndItIsNeverSentAgain() {
        letters.carrierWill(FaultKind.SERVER_ERROR);
        UUID reply = letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplyFateUnknown");
        MovableClock.putForward(Duration.ofMinutes(5));
        lookAfter();
        assertThat(letters.state(reply)).isEqualTo("unknown");
        assertThat(letters.keptOf(reply)).hasSize(2);
        MovableClock.putForward(Duration.ofMinutes(6));
        lookAfter();
        assertThat(letters.state(reply)).isEqualTo("unknown");
        assertThat(letters.keptOf(reply)).isEmpty();
        assertThat(letters.heard()).isEmpty();
    }

    @Test
    void whatTheCarrierSentAfterAllIsSettledByItsCallback() {
        letters.carrierWill(FaultKind.SERVER_ERROR_AFTER_ACCEPTANCE);
        letters.carrierAlwaysWill(FaultKind.WEBHOOK_DELAY);
        letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplyFateUnknown", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
    }

    @Test
    void whereNoAnswerComesTheCallbackIsTakenForIt() {
        letters.carrierWill(FaultKind.ANSWER_LOST);
        letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
    }

    @Test
    void whereNoCallbackComesEitherItIsFoundInTheCarriersLog() {
        letters.carrierWill(FaultKind.SERVER_ERROR_AFTER_ACCEPTANCE);
        letters.carrierAlwaysWill(FaultKind.WEBHOOK_LOST);
        UUID reply = letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplyFateUnknown");
        Eventually.so(() -> assertThat(letters.heard()).containsExactly(WORDS));
        lookAfter();
        letters.awaitTold("ReplyAccepted", "ReplyFateUnknown", "ReplySent");
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    @Test
    void aReplyOfUnknownFateIsNotTakenForAnEarlierOneInTheSameWords() {
        letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyDelivered");
        letters.carrierWill(FaultKind.SERVER_ERROR);
        UUID second = letters.replies(WORDS);
        letters.awaitState(second, "unknown");
        lookAfter();
        assertThat(letters.state(second)).isEqualTo("unknown");
    }

    @Test
    void whereTheCarrierIsTooBusyItIsSentLaterExactlyOnce() {
        letters.carrierWill(FaultKind.RATE_LIMIT);
        UUID reply = letters.replies(WORDS);
        letters.awaitPutBack(reply);
        lookAfter();
        assertThat(letters.state(reply)).isEqualTo("accepted");
        MovableClock.putForward(Duration.ofSeconds(31));
        lookAfter();
        lookAfter();
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
    }

    @Test
    void whereTheCarrierStaysTooBusyItIsGivenUp() {
        letters.carrierAlwaysWill(FaultKind.RATE_LIMIT);
        UUID reply = letters.replies(WORDS);
        letters.awaitPutBack(reply);
        MovableClock.putForward(Duration.ofMinutes(15));
        lookAfter();
        letters.awaitTold("ReplyAccepted", "ReplyRefused");
        assertThat(((ReplyRefused) letters.lastTold().event()).reason()).isEqualTo(ReplyRefusal.CARRIER_REFUSED);
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    @Test
    void whoOptedOutAtTheCarrierHasRefusedTexts() {
        letters.carrierWill(FaultKind.REFUSE);
        UUID reply = letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplyRefused", "SafeContactChanged");
        assertThat(letters.state(reply)).isEqualTo("refused");
        assertThat(letters.texts()).isEqualTo("refused");
        assertThat(Sql.INTAKE.one("SELECT refused FROM contact_index WHERE report_id = ?", letters.report.value()))
                .isEqualTo("t");
        assertThat(letters.keptOf(reply)).isEmpty();
    }

    @Test
    void aPhoneThatCannotBeReachedIsAFailure() {
        letters.carrierWill(FaultKind.UNDELIVERED);
        UUID reply = letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyFailed");
        assertThat(((ReplyFailed) letters.lastTold().event()).reason()).isEqualTo(ReplyFailure.UNREACHABLE);
        assertThat(letters.column(reply, "state || ' ' || reason")).isEqualTo("failed carrier-30003");
    }

    @Test
    void callbacksThatComeTwiceAreToldOnce() {
        letters.carrierAlwaysWill(FaultKind.WEBHOOK_DUPLICATE);
        letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyDelivered");
        assertThat(Bus.told(letters.report)).extracting(Bus.Told::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aCallbackThatComesLateMovesNothingBack() {
        letters.carrierWill(FaultKind.WEBHOOK_OUT_OF_ORDER);
        UUID reply = letters.replies(WORDS);
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyDelivered");
        assertThat(letters.state(reply)).isEqualTo("delivered");
    }

    @Test
    void aNoBetweenAcceptingAndSendingIsHeard() {
        letters.carrierWill(FaultKind.RATE_LIMIT);
        UUID reply = letters.replies(WORDS);
        letters.awaitPutBack(reply);
        letters.reporter.writes("STOP");
        MovableClock.putForward(Duration.ofSeconds(31));
        lookAfter();
        letters.awaitTold("ReplyAccepted", "ReporterWrote", "SafeContactChanged", "ReplyRefused");
        assertThat(((ReplyRefused) letters.lastTold().event()).reason()).isEqualTo(ReplyRefusal.CONTACT_REFUSED);
        assertThat(letters.keptOf(reply)).isEmpty();
        assertThat(letters.heard()).isEmpty();
    }

    @Test
    void whatADeadProcessWasSendingHasAnUnknownFateAndIsNotSentAgain() {
        letters.carrierWill(FaultKind.RATE_LIMIT);
        UUID reply = letters.replies(WORDS);
        letters.awaitPutBack(reply);
        Sql.INTAKE.change("UPDATE outgoing_text SET state = 'sending' WHERE id = ?", reply);
        MovableClock.putForward(Duration.ofSeconds(61));
        lookAfter();
        letters.awaitTold("ReplyAccepted", "ReplyFateUnknown");
        assertThat(letters.heard()).isEmpty();
    }

    @Test
    void whatADeadProcessHadAcceptedIsSentByTheSweeper() {
        letters.carrierWill(FaultKind.RATE_LIMIT);
        UUID reply = letters.replies(WORDS);
        letters.awaitPutBack(reply);
        Sql.INTAKE.change(
                "UPDATE outgoing_text SET sending_at = NULL, due_at = accepted_at + interval '10 s' WHERE id = ?",
                reply);
        MovableClock.putForward(Duration.ofSeconds(11));
        lookAfter();
        letters.awaitTold("ReplyAccepted", "ReplySent", "ReplyDelivered");
        assertThat(letters.heard()).containsExactly(WORDS);
    }

    private void lookAfter() {
        lookAfterTexts.sweep().await().indefinitely();
        lookAfterTexts.askTheCarriersLog().await().indefinitely();
    }
}
