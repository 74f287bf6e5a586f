package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;

/** A claim that ends while its holder writes, and one that is taken away. */
class LeaseIT implements PeopleLeave {
    private static final String TEXT = "Yordam kerak, bizni tikuv sexida qulflab ketishadi.";
    private static final String HALF = "Xabaringizni oʻqidik, hozir";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final Leases leases = new Leases(running, Clock.systemUTC());
    private final ConsolePage vera = offices.ready("vera");
    private ReportFromAPhone report;

    @BeforeEach
    void veraWritesAnAnswer() {
        report = ReportFromAPhone.arrived(running, "vera", TEXT);
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);
        vera.the("reply-text").fill(HALF);
    }

    /** Writing holds a claim by itself: whoever is to lose it has stopped for a while, as far as the desk hears. */
    private void nothingIsHeardOfWriting() {
        vera.page().route("**/presence", Route::abort);
    }

    @Test
    void aClaimThatLapsesWhileSomebodyWritesIsWarnedOfGoesBackAndLosesNothing() {
        nothingIsHeardOfWriting();
        leases.endsIn(report.id(), Duration.ofMinutes(3));
        report.phone().text("Yozing.");
        vera.the("news").waitFor();
        assertThat(vera.the("lease-keep").count()).isZero();

        leases.endsIn(report.id(), Duration.ofSeconds(119));
        report.phone().text("Kutyapman.");
        vera.the("lease-keep").waitFor();
        assertThat(vera.the("lease-warning").innerText()).contains(report.shortId());
        Look.at(vera.page(), "lease-warning");

        leases.endsIn(report.id(), Duration.ZERO);
        vera.awaitState("waiting");
        vera.the("draft-kept").waitFor();
        assertThat(vera.the("alarm").innerText()).contains(report.shortId());
        assertThat(vera.the("notice").innerText()).isEmpty();
        assertThat(vera.lines().count()).isZero();
        Look.at(vera.page(), "lease-lapsed");

        ConsolePage aziza = offices.ready("aziza");
        aziza.goTo(report.id());
        aziza.claim();
        aziza.awaitLine(TEXT);
        vera.awaitState("claimed");
        assertThat(vera.the("claimed-by").innerText()).isEqualTo("aziza");

        aziza.the("release").click();
        vera.claim();
        vera.awaitLine(TEXT);
        assertThat(vera.the("reply-text").inputValue()).isEqualTo(HALF);
    }

    @Test
    void aCoordinatorTakesAReportOverForAReasonThatItsHolderSees() {
        ConsolePage nadia = offices.signedIn("nadia");
        nadia.goTo(report.id());
        nadia.the("more").locator("summary").click();
        nadia.the("take-over").click();
        nadia.the("take-over-overdue").check();
        Look.at(nadia.page(), "take-over");
        nadia.the("dialog-confirm").click();

        vera.awaitState("waiting");
        vera.the("draft-kept").waitFor();
        assertThat(vera.lines().count()).isZero();
        vera.the("happening")
                .filter(new Locator.FilterOptions().setHasText("It is overdue"))
                .filter(new Locator.FilterOptions().setHasText("nadia"))
                .waitFor();

        vera.claim();
        vera.awaitLine(TEXT);
        assertThat(vera.the("reply-text").inputValue()).isEqualTo(HALF);
    }
}
