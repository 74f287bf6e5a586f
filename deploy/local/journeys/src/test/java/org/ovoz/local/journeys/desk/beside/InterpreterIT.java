package org.ovoz.local.journeys.desk.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.desk.Look;
import org.ovoz.local.journeys.desk.Offices;
import org.ovoz.local.journeys.desk.PeopleLeave;
import org.ovoz.local.journeys.desk.ReportFromAPhone;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.running.RunningStack;

/** Somebody of another organisation speaks her language: asked for one conversation, they learn who asks, the language and when. */
class InterpreterIT implements PeopleLeave {
    private static final String TEXT = "Ёрдам кунед, моро дар корхона нигоҳ медоранд, шиносномаҳо дар дасти онҳо.";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", TEXT);
    private final ConsolePage vera = offices.ready("vera");

    @BeforeEach
    void bolotInterpretsAndVeraReads() {
        running.people()
                .login("admin")
                .put(
                        "interpreters/bolot",
                        Map.of(
                                "gender",
                                "man",
                                "zone",
                                "Asia/Bishkek",
                                "languages",
                                List.of(Map.of("language", "tg")),
                                "weekly",
                                List.of(),
                                "ties",
                                List.of()));
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);
    }

    @Test
    void whoInterpretsIsAlertedSaysYesAndSeesNothingOfTheReport() {
        Phone phone = new Phone(
                running.web(),
                running.stack().carrier(),
                offices.person("bolot").number());
        int before = phone.received().size();
        ask("tg");
        request("open").waitFor();
        phone.awaitText(
                "an alert that says 'an interpreter is asked' and nothing else",
                ReportFromAPhone.SOON,
                before,
                text -> text.body().matches("0-4 \\d{6}"));

        ConsolePage bolot = offices.ready("bolot");
        Locator wanted = bolot.the("wanted").first();
        wanted.waitFor();
        assertThat(wanted.innerText()).contains("Tajik", "vera");
        Look.near(bolot.page(), "interpreting", "interpreting");
        wanted.getByTestId("interpret-accept").click();
        bolot.page().locator("[data-testid=wanted][data-accepted=true]").waitFor();

        request("accepted").waitFor();
        assertThat(request("accepted").innerText()).contains("bolot");
        seesNothing(bolot);
    }

    @Test
    void whereNobodySpeaksItThatIsSaidAndACoordinatorIsTold() {
        ask("vi");
        assertThat(request("open").innerText()).contains("Nobody could be asked");
        ConsolePage nadia = offices.signedIn("nadia");
        nadia.page()
                .locator("[data-testid=notice-line][data-kind=no-interpreter]")
                .first()
                .waitFor(attached());
        vera.the("interpreter-withdraw").click();
        request("withdrawn").waitFor();
    }

    private void ask(String language) {
        vera.the("interpreter-open").click();
        vera.the("interpreter-language").selectOption(language);
        vera.the("interpreter-ask").click();
        request("open").waitFor();
    }

    private Locator request(String state) {
        return vera.page().locator("[data-testid=interpreter-request][data-state=" + state + "]");
    }

    private void seesNothing(ConsolePage bolot) {
        ResponderSession session = running.people().login("bolot");
        for (String said :
                List.of(bolot.page().content(), session.get("me/interpreting").body())) {
            assertThat(said).doesNotContain(report.id().toString(), report.shortId(), TEXT, report.number());
        }
        assertThat(session.queue("open")).noneMatch(view -> view.is(report.id()));
        assertThat(session.tryToClaim(report.id()).status()).isEqualTo(404);
        bolot.goTo(report.id());
        bolot.the("case-gone").waitFor();
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
