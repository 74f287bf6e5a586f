package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Await;

/** The carrier fails while an answer is handed to it. Whatever it says, the text is never on the phone twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyCarrierIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** A refused one is tried again after a while, and the carrier's log is asked now and then. */
    private static final Duration LATER = Duration.ofSeconds(75);

    private static final String ANSWER = "Xabaringizni oʻqidik. Hozir xavfsizmisiz?";
    private static final String SECOND_ANSWER = "Yana yozing, biz shu yerdamiz.";

    private final RunningStack running = RunningStack.shared();
    private final ResponderSession aziza = running.people().login("aziza");
    private HeldReport lost;
    private HeldReport refused;
    private HeldReport unheard;
    private HeldReport silent;
    private HeldReport busy;

    /** All at once: the times that have to pass pass for all of them. */
    @BeforeAll
    void orderAnswersThatFail() {
        busy = answered("rate-limit");
        lost = held();
        running.carrier().fault("webhook-lost", lost.number(), 0);
        order(lost, "server-error-after-acceptance");
        silent = answered("answer-lost");
        unheard = answered("server-error-after-acceptance");
        refused = answered("server-error");
    }

    @Test
    void aServerErrorLeavesTheFateUnknownAndTheAnswerIsNotSentAgain() {
        await("an unknown fate", SOON, refused, replies -> replies.unknown() == 1);
        assertThat(refused.responder().outcome(refused.reply(SECOND_ANSWER))).isEqualTo(Outcome.ACCEPTED);
        await("a second answer delivered", SOON, refused, replies -> replies.delivered() == 1);
        assertThat(refused.replies().unknown()).isEqualTo(1);
        assertThat(texts(refused, SECOND_ANSWER)).isEqualTo(1);
        assertThat(texts(refused, ANSWER)).isZero();
        assertThat(running.traces(refused.id()).told("ReplyFateUnknown")).hasSize(1);
    }

    @Test
    void aServerErrorAfterAcceptanceIsSettledByTheDeliveryReport() {
        isDeliveredOnce(unheard, SOON);
    }

    @Test
    void anAnswerThatNeverComesIsSettledByTheDeliveryReport() {
        isDeliveredOnce(silent, SOON);
    }

    @Test
    void withoutADeliveryReportTheCarriersLogSettlesIt() {
        await("the reply found in the carrier's log", LATER, lost, replies -> replies.sent() == 1);
        Traces traces = running.traces(lost.id());
        assertThat(traces.told("ReplyFateUnknown")).hasSize(1);
        assertThat(traces.told("ReplySent")).hasSize(1);
        assertThat(texts(lost, ANSWER)).isEqualTo(1);
    }

    @Test
    void tooManyRequestsIsTriedAgainLaterAndArrivesOnce() {
        isDeliveredOnce(busy, LATER);
        assertThat(running.traces(busy.id()).told("ReplyFateUnknown")).isEmpty();
    }

    private void isDeliveredOnce(HeldReport report, Duration within) {
        await("a delivered reply", within, report, replies -> replies.delivered() == 1);
        assertThat(texts(report, ANSWER)).isEqualTo(1);
        Traces traces = running.traces(report.id());
        assertThat(traces.told("ReplyAccepted")).hasSize(1);
        assertThat(traces.told("ReplyDelivered")).hasSize(1);
    }

    private HeldReport answered(String fault) {
        HeldReport report = held();
        order(report, fault);
        return report;
    }

    private HeldReport held() {
        return HeldReport.by(running, aziza, "aziza");
    }

    private void order(HeldReport report, String fault) {
        running.carrier().fault(fault, report.number(), 1);
        assertThat(report.responder().outcome(report.reply(ANSWER))).isEqualTo(Outcome.ACCEPTED);
    }

    private static void await(String what, Duration within, HeldReport report, Predicate<CaseView.Replies> like) {
        Await.until(what, within, () -> Optional.of(report.replies()).filter(like));
    }

    private long texts(HeldReport report, String body) {
        return running.traces(report.id()).received(report.number()).stream()
                .filter(text -> text.body().equals(body))
                .count();
    }
}
