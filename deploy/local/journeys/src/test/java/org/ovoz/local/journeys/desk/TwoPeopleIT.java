package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.directory.Administrator;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.sealed.Keyring;

/** One report and more than one who works on it: colleagues, tabs, the reporter, and whoever decides who works here. */
class TwoPeopleIT implements PeopleLeave {
    private static final String TEXT = "Yordam kerak, oshxonada ushlab turishibdi, maosh berishmaydi.";
    private static final String HALF = "Xabaringizni oʻqidik, kechqurun";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();

    @Test
    void ofTwoWhoClaimAtOnceOneGetsItAndTheOtherIsToldWho() {
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "aziza", TEXT);
        ConsolePage aziza = offices.ready("aziza");
        ConsolePage vera = offices.ready("vera");
        List<Route> claims = new ArrayList<>();
        for (ConsolePage console : List.of(aziza, vera)) {
            console.goTo(report.id());
            console.page().route("**/claim", claims::add);
            console.the("claim").click();
        }
        aziza.page().waitForCondition(() -> claims.size() == 2);
        claims.forEach(Route::resume);

        List.of(aziza, vera).forEach(console -> console.awaitState("claimed"));
        String holder = aziza.the("claimed-by").innerText();
        ConsolePage winner = holder.equals("aziza") ? aziza : vera;
        ConsolePage other = winner == aziza ? vera : aziza;
        winner.awaitLine(TEXT);
        assertThat(winner.the("release").isVisible()).isTrue();
        other.the("alarm").getByText("Somebody else was a moment faster").waitFor();
        assertThat(other.the("claimed-by").innerText()).isEqualTo(holder);
        assertThat(other.the("sealed").innerText()).contains(holder);
        assertThat(other.the("release").count()).isZero();
        assertThat(other.lines().count()).isZero();
        Look.at(other.page(), "claimed-by-another");
    }

    @Test
    void whatIsTypedInOneTabIsNotOverwrittenInTheOtherAndGoesOutOnce() {
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", TEXT);
        ConsolePage one = offices.ready("vera");
        one.goTo(report.id());
        one.claim();
        one.awaitLine(TEXT);
        ConsolePage other = offices.ready("vera");
        other.goTo(report.id());
        other.awaitLine(TEXT);

        one.the("reply-text").fill(HALF);
        other.the("reply-text").fill("Qayerdasiz?");
        assertThat(one.the("reply-text").inputValue()).isEqualTo(HALF);

        other.the("send-reply").click();
        report.phone().awaitText("Qayerdasiz?", ReportFromAPhone.SOON);
        one.awaitDelivered();
        assertThat(one.the("reply-text").inputValue()).isEqualTo(HALF);
        one.the("reply-text").fill("");
        assertThat(report.received()).containsOnlyOnce("Qayerdasiz?").doesNotContain(HALF);
    }

    @Test
    void whoIsStoppedWhileReadingIsOutAtOnceWithTheKeysLockedAndIsTold() {
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", TEXT);
        ConsolePage vera = offices.ready("vera");
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);
        List<String> after = new ArrayList<>();
        Administrator admin = new Administrator(running);
        String subject = admin.subjectOf("vera");
        admin.change(subject, "suspend").expect(200);
        try {
            vera.the("stopped").waitFor();
            assertThat(vera.page().locator("body").innerText()).doesNotContain(TEXT, report.shortId());
            vera.page().onRequest(request -> after.add(path(request)));
            Look.at(vera.page(), "stopped");
            vera.page().goBack();
            assertThat(vera.page().locator("body").innerText()).doesNotContain(TEXT, report.shortId());
            assertThat(after).as("what is asked of the desk afterwards").noneMatch(path -> path.startsWith("/api/"));
            assertThat(running.people().login("aziza").look(report.id()).state())
                    .isEqualTo("waiting");
        } finally {
            admin.change(subject, "lift").expect(200);
        }
    }

    /** What the reporter's own wish ends in, wherever it was said: intake destroys the report and tells the desk. */
    @Test
    void aReportThatIsErasedWhileItIsOpenDisappearsWithWhatWasTyped() {
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", TEXT);
        ConsolePage vera = offices.ready("vera");
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);
        vera.the("reply-text").fill(HALF);

        CaseView view = running.people().login("vera").look(report.id());
        Keyring keys = Keyring.of(offices.person("vera").keyFile(), view.teams(), Clock.systemUTC());
        var erase = keys.erase(report.id(), OrderBody.What.REPORT);
        running.orders().send(erase.jws(), erase.body()).expect(200);

        vera.the("erased").waitFor();
        assertThat(vera.the("reply-text").count()).isZero();
        assertThat(vera.page().locator("body").innerText()).doesNotContain(TEXT, HALF);
        Look.at(vera.page(), "erased");
    }

    private static String path(Request request) {
        return URI.create(request.url()).getPath();
    }
}
