package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.running.Requests;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;

/** SIGTERM, as every update of intake sends it, while texts are on their way into a database that takes its time. */
class IntakeStoppedIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TEXTS = 4;

    private final RunningStack running = RunningStack.shared();
    private final Map<String, String> settings = OwnInstance.settings(running.stack(), "intake");

    @Test
    void whatWasUnderWayIsStoredAndAnsweredBeforeItEnds() throws Exception {
        NewReports reports = NewReports.from(running);
        List<TextWebhook> texts = Stream.generate(running.carrier()::freshNumber)
                .limit(TEXTS)
                .map(number -> TextWebhook.of(
                        running.web(), running.stack(), number, "Yordam kerak, bizni bu yerda ushlab turishibdi."))
                .toList();
        try (PostgresProxy proxy = PostgresProxy.to(settings.get("OVOZ_DB_URL"));
                OwnInstance intake = OwnInstance.start(
                        running.stack(), "intake", "intake-stopped", Map.of("OVOZ_DB_URL", proxy.url()));
                Hold held = proxy.set(Hold.afterwards("INSERT INTO carrier_message"))) {
            List<CompletableFuture<Answer>> answers = texts.stream()
                    .map(text -> text.startSendingTo(intake.address()))
                    .toList();
            held.awaitReached(SOON);
            Requests requests = new Requests(running.web(), intake.management());
            Await.until(
                    "all to be under way",
                    SOON,
                    () -> Optional.of(requests.underWay(intake.address())).filter(underWay -> underWay == TEXTS));
            ProcessHandle process = intake.askToStop();
            Await.until("it to be stopping", SOON, () -> isStopping(intake.address()));
            held.close();
            assertThat(answers)
                    .as("answers to what was under way")
                    .extracting(answer -> answer.join().status())
                    .containsOnly(200);
            process.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        texts.forEach(text ->
                assertThat(text.sendTo(running.stack().intake()).status()).isEqualTo(200));
        assertThat(reports.all()).hasSize(TEXTS);
        reports.all().forEach(this::isThereOnce);
    }

    private void isThereOnce(ReportId report) {
        Traces traces = running.traces(report);
        Await.until("the case", SOON, () -> Optional.of(traces.cases()).filter(cases -> cases == 1));
        assertThat(traces.carrierIds()).isEqualTo(1);
        assertThat(traces.messages()).isEqualTo(1);
        assertThat(traces.idsTold("ReportReceived")).hasSize(1);
    }

    /** From the signal on answers end their connections; a server that does not wait for what is under way is gone at once. */
    private Optional<Boolean> isStopping(URI instance) {
        try {
            return running.web()
                    .get(instance)
                    .headers()
                    .firstValue("Connection")
                    .map("close"::equalsIgnoreCase)
                    .filter(closes -> closes);
        } catch (UncheckedIOException gone) {
            return Optional.of(true);
        }
    }
}
