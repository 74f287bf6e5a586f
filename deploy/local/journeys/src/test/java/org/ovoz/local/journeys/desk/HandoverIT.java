package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.TeamId;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.sealed.Keyring;

/** Two organisations, two browsers: the key goes from one to the other, and the reporter is never without somebody who reads. */
class HandoverIT implements PeopleLeave {
    private static final String TEXT = "Yordam kerak, uka bilan Qozogʻistonda qurilishda ushlab turishibdi.";
    private static final String MEANWHILE = "Bugun kechqurun bizni boshqa joyga olib ketishadi.";
    private static final String ANSWER = "Xabaringizni oʻqidik. Hozir yozish xavfsizmi?";
    private static final String STEPPE = "steppe-turkic";
    private static final TeamId NORTH = new TeamId("north-central-asia");

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final ConsolePage aziza = offices.ready("aziza");
    private final ConsolePage bolot = offices.ready("bolot");

    @Test
    void aReportIsDeclinedOfferedAgainTakenReadAndAnsweredByTheOtherOrganisation() {
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "aziza", TEXT);
        aziza.goTo(report.id());
        aziza.claim();
        aziza.awaitLine(TEXT);

        offer();
        Look.at(aziza.page(), "handover-offered", "offer");
        declineFor(report, "no-capacity");
        aziza.the("leftover").waitFor();
        assertThat(aziza.the("leftover").innerText()).contains(STEPPE);
        aziza.awaitState("claimed");
        assertThat(aziza.the("claimed-by").innerText()).isEqualTo("aziza");

        offer();
        report.phone().text(MEANWHILE);
        aziza.the("news").waitFor();
        accept();
        bolot.awaitLine(TEXT);
        bolot.awaitLine(MEANWHILE);
        Look.at(bolot.page(), "handover-taken");

        aziza.the("case-gone").waitFor();
        assertThat(aziza.the("line-text").count()).isZero();
        northIsOut(report);

        bolot.reply(ANSWER);
        report.phone().awaitText(ANSWER, ReportFromAPhone.SOON);
        bolot.awaitDelivered();
    }

    /** The grant is made in the browser of whoever holds it. */
    private void offer() {
        Locator form = aziza.the("hand-over");
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        aziza.page()
                .locator("[data-testid=team-choice][data-team=" + STEPPE + "] input")
                .check();
        Look.at(aziza.page(), "handover", "hand-over");
        aziza.the("offer-case").click();
        aziza.the("offer").waitFor();
    }

    private void declineFor(ReportFromAPhone report, String reason) {
        bolot.find(report.shortId());
        bolot.goTo(report.id());
        bolot.the("asked").waitFor();
        Look.at(bolot.page(), "handover-asked", "asked");
        bolot.the("decline-reason").selectOption(reason);
        bolot.the("decline-offer").click();
        bolot.the("asked").waitFor(gone());
    }

    private void accept() {
        bolot.the("accept-offer").click();
        bolot.awaitState("claimed");
    }

    /** Not by the desk, and not by intake, which asks no desk. */
    private void northIsOut(ReportFromAPhone report) {
        assertThat(running.people().login("vera").tryToClaim(report.id()).status())
                .isEqualTo(404);
        Keyring north = Keyring.of(offices.person("aziza").keyFile(), List.of(NORTH), Clock.systemUTC());
        var fetch = north.fetch(report.id());
        assertThat(running.orders().send(fetch.jws(), fetch.body()).status()).isEqualTo(404);
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
