package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.sealed.Keyring;
import org.ovoz.local.journeys.sealed.OpenedReport;
import org.ovoz.local.journeys.sealed.ReportOpener;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;

/** Each of the ten opens a report of its own and seals to it; those who lose the race seal again, to the winner's. */
class FirstTextsAtOnceIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int TEXTS = 10;

    private final RunningStack running = RunningStack.shared();
    private final ResponderSession aziza = running.people().login("aziza");

    @RepeatedTest(3)
    void tenFirstTextsOfOneNumberAreOneReportOfTenItemsThatTheResponderOpens() {
        NewReports reports = NewReports.from(running);
        String number = running.carrier().freshNumber();
        List<String> bodies = IntStream.rangeClosed(1, TEXTS)
                .mapToObj(i -> "Yordam kerak, bizni bu yerda ushlab turishibdi, xabar " + i)
                .toList();
        assertThat(together(number, bodies)).extracting(Answer::status).containsOnly(200);

        ReportId report = reports.awaitOne();
        assertThat(reports.all()).hasSize(1);
        Traces traces = running.traces(report);
        assertThat(traces.carrierIds()).isEqualTo(TEXTS);
        assertThat(traces.messages()).isEqualTo(TEXTS);
        OpenedReport opened = open(report);
        assertThat(opened.bodies(ItemKind.MESSAGE)).containsExactlyInAnyOrderElementsOf(bodies);
        assertThat(opened.bodies(ItemKind.CONTACT)).hasSize(1);
        assertThat(traces.idsTold("ReportReceived")).hasSize(1);
        assertThat(traces.idsTold("ReporterWrote")).hasSize(TEXTS - 1);
        assertThat(traces.cases()).isEqualTo(1);
    }

    private List<Answer> together(String number, List<String> bodies) {
        List<TextWebhook> texts = bodies.stream()
                .map(body -> TextWebhook.of(running.web(), running.stack(), number, body))
                .toList();
        List<CompletableFuture<Answer>> answers = texts.stream()
                .map(text -> text.startSendingTo(running.stack().intake()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private OpenedReport open(ReportId report) {
        CaseView found = Await.until(
                "the case, told of every text",
                SOON,
                () -> aziza.queue("open").stream()
                        .filter(view -> view.is(report))
                        .filter(view ->
                                running.traces(report).idsTold("ReporterWrote").size() == TEXTS - 1)
                        .findFirst());
        aziza.claim(report);
        Keyring keys = Keyring.of(running.stack().person("aziza").keyFile(), found.teams(), Clock.systemUTC());
        return ReportOpener.open(aziza.fetch(keys.fetch(report)), report, keys);
    }
}
