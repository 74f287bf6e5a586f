package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.browser.KeyDesk;
import org.ovoz.local.journeys.running.RunningStack;

/** The only one who holds a team's keys loses the words; paper brings everything back. */
class RecoveryIT implements PeopleLeave {
    private static final String TEXT = "Жардам керек, бизди курулушта кармап турушат, паспортторду бербейт.";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final ConsolePage console = offices.signedIn("bolot");
    private final KeyDesk bolot = new KeyDesk(console.page());

    @Test
    void lostWordsAreNoLostReportsWhereThereAreTwoOfThreePapers() {
        Look.at(console.page(), "key-none");
        bolot.makeKey();
        Look.at(console.page(), "key-waiting", "key-panel");
        bolot.takeOver(offices.person("bolot"));
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "bolot", TEXT);
        List<String> papers = printPapers();
        drill(papers);

        bolot.lock();
        Look.at(console.page(), "key-locked");
        List<String> words = bolot.makeAnotherKey();
        console.goTo(report.id());
        console.the("claim").click();
        console.awaitState("claimed");
        assertThat(console.lines().count()).isZero();

        recover(papers);
        console.awaitLine(TEXT);
        bolot.lock();
        bolot.openWith(words);
        console.awaitLine(TEXT);
    }

    private List<String> printPapers() {
        console.choose("keys-link");
        console.the("no-recovery").waitFor();
        console.the("shares").fill("3");
        console.the("needed").fill("2");
        console.the("make-papers-button").click();
        console.the("paper").first().waitFor();
        Look.at(console.page(), "papers", "recovery");
        List<String> papers = console.the("paper").locator(".fingerprint").allInnerTexts();
        assertThat(papers).hasSize(3);
        console.the("keep-papers").click();
        console.the("recovery-state").waitFor();
        assertThat(console.the("recovery-state").innerText()).doesNotContain("The papers work");
        return papers;
    }

    private void drill(List<String> papers) {
        console.the("recovery").locator("summary").first().click();
        console.the("drill-paper").nth(0).fill(papers.get(2));
        console.the("drill-paper").nth(1).fill(papers.get(2).substring(1));
        console.the("drill-button").click();
        console.the("recovery").locator("[data-good=false]").waitFor();
        console.the("drill-paper").nth(1).fill(papers.get(0));
        console.the("drill-button").click();
        console.the("recovery").locator("[data-good=true]").waitFor();
        Look.at(console.page(), "keys");
    }

    private void recover(List<String> papers) {
        Locator panel = console.the("key-panel");
        panel.locator("details:has([data-testid=recover-paper]) > summary").click();
        console.the("recover-paper").nth(0).fill(papers.get(1));
        console.the("recover-paper").nth(1).fill(papers.get(2));
        Look.at(console.page(), "recover", "key-panel");
        console.the("recover-button").click();
        bolot.awaitOpen();
    }
}
