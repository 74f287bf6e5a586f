package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;

/** The pages that no other journey passes, looked at by those who use them. */
class PagesIT {
    private static final String TEXT = "Yordam kerak, bizni gʻisht zavodida ushlab turishibdi.";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();

    @Test
    void whatAResponderOpensBesideTheReports() {
        ConsolePage vera = offices.ready("vera");
        Page page = vera.page();
        keepAService();
        go(vera, "services");
        vera.the("services").getByText("Roof for tonight").waitFor();
        Look.at(page, "services");
        go(vera, "settings");
        vera.the("set-sound").waitFor();
        Look.at(page, "settings");
        page.keyboard().press("?");
        vera.the("shortcuts").waitFor();
        Look.at(page, "shortcuts");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        vera.the("cover").waitFor();
        Look.at(page, "cover");
        assertThat(page.title()).isEqualTo("Ovoz");
    }

    @Test
    void whatIsAskedBeforeAStepWithAReport() {
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
        Look.at(vera.page(), "refer", "refer-form");
        vera.the("cancel-referral").click();
        vera.the("emergency").click();
        vera.the("emergency-card").waitFor();
        assertThat(vera.the("whom-police").isChecked()).isFalse();
        Look.at(vera.page(), "emergency-card");
    }

    @Test
    void whatACoordinatorAndAnAdministratorSee() {
        ConsolePage nadia = offices.signedIn("nadia");
        nadia.the("queue").waitFor();
        Look.at(nadia.page(), "coordinator");
        ConsolePage admin = offices.signedIn("admin");
        go(admin, "line");
        admin.the("line-key").waitFor();
        Look.at(admin.page(), "line");
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

    private static void go(ConsolePage console, String page) {
        console.page().evaluate("page => { location.hash = '#/' + page; }", page);
    }
}
