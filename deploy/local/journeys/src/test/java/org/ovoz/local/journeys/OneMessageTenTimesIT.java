package org.ovoz.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Requests;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Await;

class OneMessageTenTimesIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TIMES = 10;

    private final RunningStack running = RunningStack.shared();

    @Test
    void theSameMessageSidTenTimesIsOneRowOneEventOneAlertAndOneAnswer() {
        Requests requests = running.requests();
        long before = requests.texts();
        String number = running.carrier().freshNumber();
        running.carrier().duplicateNextWebhook(number, TIMES);
        ResponderSession aziza = running.people().login("aziza");
        CaseView opened = running.reports(aziza)
                .openFrom(number, "Yordam kerak, bizni bu yerda ushlab turishibdi, pasportimizni olib qoʻyishdi.");
        Await.until(
                "all ten webhooks to be answered",
                SOON,
                () -> Optional.of(requests.texts() - before).filter(answered -> answered == TIMES));

        // A later word in the same report is told after everything that the ten had to tell; a coded one alerts nobody.
        running.carrier().phone(number).text("1");
        Traces traces = running.traces(opened.id());
        Await.until(
                "the later word",
                SOON,
                () -> traces.told("SafeContactChanged").stream().findFirst());
        assertThat(traces.told("ReportReceived")).hasSize(1);
        assertThat(traces.carrierIds()).isEqualTo(2);
        assertThat(traces.messages()).isEqualTo(2);
        assertThat(traces.cases()).isEqualTo(1);
        traces.awaitAlert("aziza", opened.shortId());
        assertThat(traces.textAlerts("aziza")).as("alerts, sent or not").hasSize(1);
        assertThat(traces.alerts("aziza", opened.shortId())).hasSize(1);
        Await.until(
                "an answer on the reporter's phone",
                SOON,
                () -> traces.received(number).stream().findFirst());
        assertThat(traces.received(number))
                .as("answers on the reporter's phone")
                .hasSize(1);
    }
}
