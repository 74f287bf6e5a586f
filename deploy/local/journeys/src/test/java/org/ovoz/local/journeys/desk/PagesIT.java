package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;

/** The pages that no other journey passes, looked at by those who use them. */
class PagesIT implements PeopleLeave {
    private static final String TEXT = "Yordam kerak, bizni gʻisht zavodida ushlab turishibdi.";

    private static final String LOADING = "Loading";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();

    /** Whatever the head of the page leads to, for whoever has it there; lists of reports are looked at elsewhere. */
    @Test
    void everyPageThatThereIs() {
        keepAService();
        Set<String> seen = new HashSet<>(Set.of("open", "mine", "overdue", "all", "closed"));
        for (String handle : List.of("admin", "nadia", "vera")) {
            ConsolePage console = offices.signedIn(handle);
            for (String name : pagesOf(console)) {
                if (seen.add(name)) {
                    console.page().evaluate("name => { location.hash = '#/' + name; }", name);
                    console.page()
                            .locator("header a[href='#/" + name + "'][aria-current=page]")
                            .waitFor(attached());
                    console.the("page-title").waitFor();
                    console.page().waitForCondition(() -> !shown(console).contains(LOADING));
                    assertThat(console.the("part-missed").count())
                            .as("whether a part of %s did not come", name)
                            .isZero();
                    Look.at(console.page(), "page-" + name);
                }
            }
        }
        assertThat(seen).contains("line", "services", "keys", "settings");
    }

    private static String shown(ConsolePage console) {
        return console.page().locator("main").innerText();
    }

    private static List<String> pagesOf(ConsolePage console) {
        return console.page().locator("header a[href^='#/']").all().stream()
                .map(link -> link.getAttribute("href").substring(2))
                .toList();
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    @Test
    void whatHelpsWithTheKeyboardAndWhatHidesEverything() {
        Page page = offices.ready("vera").page();
        page.keyboard().press("?");
        page.locator("[data-testid=shortcuts]").waitFor();
        Look.at(page, "shortcuts");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.locator("[data-testid=cover]").waitFor();
        Look.at(page, "cover");
        assertThat(page.title()).isEqualTo("Ovoz");
    }

    /** The login server is asked in the language that was chosen here; its own words it does not have in Uzbek. */
    @Test
    void theSignInPageSpeaksTheLanguageThatWasChosen() {
        ConsolePage console = offices.fresh();
        console.visit();
        console.the("language").selectOption("uz-Latn");
        console.the("sign-in").click();
        Page page = console.page();
        page.locator("#username").waitFor();
        assertThat(page.locator("#kc-page-title").innerText().strip()).isEqualTo("Kirish");
        Look.at(page, "login-server-uz");
        page.locator("#username").fill("vera");
        page.locator("#password").fill("not her password");
        page.locator("#kc-login").click();
        page.locator("#input-error-username").waitFor();
        assertThat(page.locator("#input-error-username").innerText().strip())
                .isEqualTo("Bu nom va parol bir-biriga mos emas.");
    }

    /** In a page of its own, which asks nobody for anything. */
    @Test
    void aPracticeWithMadeUpReports() {
        Page page = offices.signedIn("vera").page();
        page.evaluate("location.hash = '#/settings'");
        Page practice =
                page.waitForPopup(() -> page.locator("[data-testid=practise]").click());
        practice.locator("[data-testid=practice-band]").waitFor();
        practice.locator("[data-testid=case-row]").first().waitFor();
        Look.at(practice, "practice");
        practice.close();
    }

    @Test
    void whatIsAskedBeforeAStepWithAReport() {
        keepAService();
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", TEXT);
        ConsolePage vera = offices.ready("vera");
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);
        for (String step : new String[] {"agree", "conflict", "block"}) {
            vera.the("more").locator("summary").click();
            vera.the(step).click();
            vera.the("dialog").waitFor();
            Look.at(vera.page(), "step-" + step);
            vera.the("dialog-cancel").click();
        }
        vera.the("refer").click();
        vera.the("refer-form").waitFor();
        vera.page().getByLabel("What is needed").selectOption("shelter");
        vera.the("service-option").first().waitFor();
        Look.at(vera.page(), "refer", "refer-form");
        vera.the("cancel-referral").click();
        vera.the("emergency").click();
        vera.the("emergency-card").waitFor();
        assertThat(vera.the("whom-police").isChecked()).isFalse();
        Look.at(vera.page(), "emergency-card");
    }

    @Test
    void whatACoordinatorSees() {
        ReportFromAPhone.arrived(running, "vera", TEXT);
        ConsolePage nadia = offices.signedIn("nadia");
        nadia.the("case-row").first().waitFor();
        Look.at(nadia.page(), "coordinator");
        assertThat(nadia.the("claim").count()).isZero();
    }

    /** As a coordinator describes it; the same one again changes nothing. */
    private void keepAService() {
        running.people()
                .login("nadia")
                .put(
                        "services/0a51e000-0000-4000-8000-00000000a001",
                        Map.of(
                                "name",
                                "Roof for tonight",
                                "kind",
                                "shelter",
                                "regions",
                                List.of("KZ"),
                                "languages",
                                List.of("uz-Latn", "ru"),
                                "needs",
                                List.of("shelter"),
                                "zone",
                                "Asia/Almaty",
                                "weekly",
                                List.of(),
                                "takesUndocumented",
                                true,
                                "takesChildren",
                                true,
                                "phone",
                                "+12025550199"));
    }
}
