package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;

/** kill -9 after COMMIT, at the moments at which somebody does not know of it yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeKilledIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STORING = "INSERT INTO carrier_message";
    private static final String MARKING = "UPDATE outbox SET published_at";

    private final RunningStack running = RunningStack.shared();
    private final ResponderSession aziza = running.people().login("aziza");
    private final Map<String, String> settings = OwnInstance.settings(running.stack(), "intake");
    private PostgresProxy proxy;
    private OwnInstance intake;

    @BeforeAll
    void startAnInstanceBehindTheProxy() {
        proxy = PostgresProxy.to(settings.get("OVOZ_DB_URL"));
        intake = OwnInstance.start(running.stack(), "intake", "intake-killed", Map.of("OVOZ_DB_URL", proxy.url()));
    }

    @BeforeEach
    void itRuns() {
        if (!intake.isAlive()) {
            intake.startAgain();
        }
    }

    @AfterAll
    void stop() {
        intake.close();
        proxy.close();
    }

    @Test
    void betweenCommitAndAnswerAndPublishNothingIsLostOrDoubled() {
        String number = running.carrier().freshNumber();
        TextWebhook text = text(number, "Yordam kerak, bizni zavodda ushlab turishibdi.");
        NewReports reports = NewReports.from(running);
        ReportId report;
        try (Hold held = proxy.set(Hold.afterwards(STORING))) {
            CompletableFuture<Answer> answer = text.startSendingTo(intake.address());
            held.awaitReached(SOON);
            report = reports.awaitOne();
            assertThat(answer).as("the answer to the carrier").isNotDone();
            intake.kill();
            assertThatThrownBy(answer::join).hasRootCauseInstanceOf(IOException.class);
        }
        intake.startAgain();
        assertThat(text.sendTo(intake.address()).status())
                .as("the carrier's second try")
                .isEqualTo(200);

        String shortId = awaitEndOfStory(report, number);
        assertThat(running.traces(report).idsTold("ReportReceived")).hasSize(1);
        isOneReportAndOneAlert(running.traces(report), shortId);
        assertThat(running.traces(report).received(number))
                .as("answers: nobody knows any more whether it went out")
                .isEmpty();
    }

    @Test
    void betweenPublishAndItsMarkTheEventComesTwiceAndCountsOnce() {
        String number = running.carrier().freshNumber();
        NewReports reports = NewReports.from(running);
        ReportId report;
        try (Hold held = proxy.set(Hold.before(MARKING))) {
            Answer answer = text(number, "Yordam kerak, bizni fermada ushlab turishibdi.")
                    .sendTo(intake.address());
            assertThat(answer.status()).isEqualTo(200);
            held.awaitReached(SOON);
            report = reports.awaitOne();
            assertThat(running.traces(report).told("ReportReceived")).isNotEmpty();
            intake.kill();
        }
        Traces traces = running.traces(report);
        Await.until(
                "the event again",
                SOON,
                () -> Optional.of(traces.told("ReportReceived")).filter(told -> told.size() == 2));

        String shortId = awaitEndOfStory(report, number);
        assertThat(traces.told("ReportReceived"))
                .extracting(record -> Traces.header(record, "ce_id"))
                .as("one event, sent twice")
                .hasSize(2)
                .containsOnly(Traces.header(traces.told("ReportReceived").getFirst(), "ce_id"));
        isOneReportAndOneAlert(traces, shortId);
        assertThat(traces.received(number)).as("answers").hasSize(1);
    }

    /** A later word in the same report is told after everything before it; a coded one alerts nobody. */
    private String awaitEndOfStory(ReportId report, String number) {
        assertThat(text(number, "1").sendTo(running.stack().intake()).status()).isEqualTo(200);
        CaseView told = Await.until(
                "the case in which texts are allowed",
                SOON,
                () -> aziza.queue("open").stream()
                        .filter(view -> view.is(report) && view.texts() == TextsAllowed.ALLOWED)
                        .findFirst());
        return told.shortId();
    }

    private static void isOneReportAndOneAlert(Traces traces, String shortId) {
        assertThat(traces.carrierIds()).as("the text, and the word at the end").isEqualTo(2);
        assertThat(traces.messages()).isEqualTo(2);
        assertThat(traces.cases()).isEqualTo(1);
        traces.awaitAlert("aziza", shortId);
        assertThat(traces.alerts("aziza", shortId)).hasSize(1);
    }

    private TextWebhook text(String number, String body) {
        return TextWebhook.of(running.web(), running.stack(), number, body);
    }
}
