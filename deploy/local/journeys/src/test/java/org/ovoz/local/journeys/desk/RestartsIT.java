package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.Processes;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.servers.process.HttpHealth;

/** An answer that is sent while a service is away: it stays where it was typed, and goes out once. */
class RestartsIT implements PeopleLeave {
    private static final Duration AGAIN = Duration.ofSeconds(90);
    private static final String TEXT = "Yordam kerak, fermada ishlatishyapti, ketishga qoʻyishmaydi.";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final ConsolePage vera = offices.ready("vera");

    @ParameterizedTest
    @ValueSource(strings = {"desk", "intake"})
    void anAnswerWhileAServiceRestartsIsKeptAndGoesOutOnce(String service) {
        String answer = "Oʻqidik: " + service;
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", TEXT);
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);

        vera.the("reply-text").fill(answer);
        Processes.of(running.stack().pids(), service, AGAIN).signal("KILL");
        vera.the("send-reply").click();
        vera.the("send-problem").waitFor();
        assertThat(vera.the("reply-text").inputValue()).isEqualTo(answer);

        awaitReady(service);
        vera.the("send-reply").click();
        report.phone().awaitText(answer, AGAIN);
        vera.awaitLine(answer);
        assertThat(vera.the("reply-text").inputValue()).isEmpty();
        assertThat(report.received()).containsOnlyOnce(answer);
    }

    private void awaitReady(String service) {
        URI management = service.equals("desk") ? running.deskManagement() : running.intakeManagement();
        HttpHealth health = new HttpHealth(URI.create(management + "/q/health/ready"));
        Await.until(service + " again", AGAIN, () -> Optional.of(true).filter(up -> health.getAsBoolean()));
    }
}
