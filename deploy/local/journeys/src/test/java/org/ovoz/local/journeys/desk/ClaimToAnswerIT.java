package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.phones.ReporterPhone;
import org.ovoz.local.journeys.phones.StaffPhone;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.stack.Person;

/** From an alert to a closed report without touching a mouse, every page on the way looked at on a wide screen and a narrow one. */
class ClaimToAnswerIT implements PeopleLeave {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TEXT = "Yordam kerak, bizni ombordan chiqarishmayapti, pasportimiz ularda.";
    private static final String PLACE = "Bozor yonidagi ombor";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final Person aziza = offices.person("aziza");
    private final ConsolePage console = offices.fresh();
    private final Page page = console.page();
    private final Keyboard keyboard = new Keyboard(page);

    @Test
    void aReportIsClaimedReadTriagedAnsweredAndClosedWithTheKeyboardAlone() {
        String number = running.carrier().freshNumber();
        ReporterPhone reporter = running.carrier().phone(number);
        StaffPhone staff = new StaffPhone(running.web(), running.stack(), aziza.number());
        String shortId = running.reports(running.people().login("aziza"))
                .openFrom(number, TEXT)
                .shortId();
        staff.awaitAlertOf(shortId, SOON);
        reporter.awaitNeutralAnswer(SOON);

        signIn();
        openTheKey();
        claim(shortId);
        console.awaitLine(TEXT);
        reporter.text("1");
        console.awaitTextsAllowed();
        Look.at(page, "case");
        triage();
        String answer = answer();
        reporter.awaitText(answer, SOON);
        console.awaitDelivered();
        close();

        assertThat(keyboard.pointed()).isZero();
    }

    private void signIn() {
        console.visit();
        Look.at(page, "login");
        keyboard.to("sign-in").press("Enter");
        page.locator("#username").waitFor();
        Look.at(page, "login-server");
        keyboard.toThat("#username").type(aziza.handle());
        keyboard.toThat("#password").type(aziza.password()).press("Enter");
        console.the("key-panel").waitFor();
    }

    private void openTheKey() {
        console.the("queue").waitFor();
        Look.at(page, "queue-locked");
        keyboard.toThat("[data-testid=key-panel] .file-instead summary").press("Enter");
        keyboard.to("key-file").choose(aziza.keyFile());
        console.the("lock").waitFor();
    }

    private void claim(String shortId) {
        keyboard.press("/").type(shortId);
        console.row(shortId).waitFor();
        Look.at(page, "queue");
        keyboard.toThat("[data-short-id='" + shortId + "'] a").press("c");
        console.row(shortId).locator("[data-testid=release]").waitFor();
        keyboard.press("Enter");
    }

    private void triage() {
        keyboard.toThat("[data-testid=triage-danger] input").press("Space");
        keyboard.to("triage-place").type(PLACE);
        page.locator("[data-testid=triage-state][data-saved=true]")
                .filter(new Locator.FilterOptions().setHasText("Saved"))
                .waitFor();
        keyboard.toThat("[data-testid=triage-later] summary").press("Enter");
        Look.at(page, "triage", "triage");
    }

    /** A phrase in the reporter's language, chosen by what it means. */
    private String answer() {
        keyboard.to("phrases-open").press("Enter");
        page.locator("#phrases-filter:focus").waitFor();
        keyboard.type("safe");
        Look.at(page, "phrases", "phrases");
        keyboard.press("ArrowDown").press("Enter");
        page.locator("#reply-text:focus").waitFor();
        String answer = console.the("reply-text").inputValue();
        assertThat(answer).isNotBlank();
        Look.at(page, "reply", "reply-form");
        keyboard.to("send-reply").press("Enter");
        return answer;
    }

    private void close() {
        keyboard.to("close-case").press("Enter");
        console.the("dialog").waitFor();
        Look.at(page, "closing");
        keyboard.toThat("[data-testid=closing-helped]").press("Space");
        keyboard.to("dialog-confirm").press("Enter");
        console.awaitState("closed");
        Look.at(page, "closed");
    }
}
