package org.ovoz.local.journeys.desk.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.desk.Look;
import org.ovoz.local.journeys.desk.Offices;
import org.ovoz.local.journeys.desk.PeopleLeave;
import org.ovoz.local.journeys.desk.ReportFromAPhone;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Await;

/** After a contact: what was said is sealed for colleagues, and what was promised comes back when it is due, also after the report was closed. */
class WrapUpIT implements PeopleLeave {
    private static final String TEXT = "Yordam kerak, issiqxonada ishlatishyapti, pul berishmaydi.";
    private static final String ANSWER = "Ertaga kechqurun yozamiz.";
    private static final String PROMISED = "Advokatning raqami";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", TEXT);
    private final Browserless program = new Browserless(offices, "vera", report);
    private final Traces traces = running.traces(report.id());
    private final ConsolePage vera = offices.ready("vera");

    @BeforeEach
    void veraAnswersAndWrapsUp() {
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);
        vera.reply(ANSWER);
        report.phone().awaitText(ANSWER, ReportFromAPhone.SOON);
        vera.the("wrap-said").fill("Ahvoli yaxshi, kechqurun yozish mumkin");
        vera.the("wrap-promised").fill(PROMISED);
        vera.the("wrap-promisedBy").fill(tomorrow().toString());
        Look.near(vera.page(), "wrap-up", "wrap");
        vera.the("save-wrap").click();
        vera.awaitLine(PROMISED);
        due("false").waitFor();
    }

    @Test
    void whatWasPromisedAlertsWhoeverIsThereWhenItIsDueAndIsTickedOff() {
        long before = alerts();
        itIsPromisedFor(Instant.now().plusSeconds(3));
        due("true").waitFor();
        awaitAlert(before);
        happened("due-passed").waitFor();
        assertThat(happened("due-came-back").count()).isZero();

        vera.the("back").click();
        vera.find(report.shortId());
        vera.row(report.shortId()).locator("[data-kind=promise]").waitFor();
        assertThat(vera.row(report.shortId()).getByTestId("due").innerText()).contains("A promise: overdue since");
        vera.goTo(report.id());
        vera.the("due-done").click();
        happened("due-done").waitFor();
        due("true").waitFor(gone());
    }

    @Test
    void aClosedReportComesBackToBeReadAndItsPromiseIsThere() {
        vera.the("close-case").click();
        vera.the("closing-referred").check();
        vera.the("dialog-confirm").click();
        vera.awaitState("closed");
        assertThat(vera.lines().count()).as("words of a closed report").isZero();
        long before = alerts();

        itIsPromisedFor(Instant.now().plusSeconds(3));
        vera.awaitState("waiting");
        happened("due-came-back").waitFor();
        awaitAlert(before);
        vera.the("back").click();
        vera.find(report.shortId());

        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(PROMISED);
        assertThat(vera.the("reply-obstacle").getAttribute("data-reason")).isEqualTo("report-closed");
        Look.near(vera.page(), "came-back", "dues");
        vera.the("due-done").click();
        due("true").waitFor(gone());
    }

    /** By the minute on the page; a test does not wait for one. */
    private void itIsPromisedFor(Instant at) {
        program.session()
                .put(
                        "cases/" + report.id() + "/dues",
                        Map.of("dues", List.of(Map.of("kind", "promise", "at", at.toString()))));
    }

    /** Of this report, on the phones of the team: who of them is told is decided elsewhere. */
    private long alerts() {
        return Stream.of("aziza", "vera")
                .mapToLong(handle -> traces.alerts(handle, report.shortId()).size())
                .sum();
    }

    private void awaitAlert(long before) {
        Await.until(
                "an alert on a phone of the team",
                ReportFromAPhone.SOON,
                () -> Optional.of(alerts()).filter(now -> now > before));
    }

    private Locator due(String late) {
        return vera.page().locator("[data-testid=due-line][data-kind=promise][data-late=" + late + "]");
    }

    private Locator happened(String what) {
        return vera.page().locator("[data-testid=happening][data-what=" + what + "]");
    }

    private static LocalDateTime tomorrow() {
        return LocalDateTime.now().plusDays(1).truncatedTo(ChronoUnit.HOURS);
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
