package org.ovoz.local.journeys.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.browser.KeyDesk;
import org.ovoz.local.journeys.running.RunningStack;

/** From a first login to a readable report, by a PIN, and back from lost words: two people in real browsers, real logins. */
class KeysIT {
    private static final String TEAM = "north-central-asia";
    private static final String TEXT = "Yordam kerak, hujjatlarimni olib qoʻyishgan, chiqarishmayapti.";
    private static final String PIN = "271828";

    /** From an alert to a readable report, on a phone that knows its PIN. */
    private static final Duration READABLE_WITHIN = Duration.ofSeconds(30);

    private static Chromium chromium;

    private final RunningStack running = RunningStack.shared();

    @BeforeAll
    static void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @Test
    void aKeyIsMadeLetInOpensAReportByItsPinAndIsReplacedWhenTheWordsAreLost() {
        Page azizasPage = signIn("aziza");
        KeyDesk aziza = new KeyDesk(azizasPage);
        aziza.makeKey();
        aziza.takeOver(running.stack().person("aziza"));

        Page verasPage = signIn("vera");
        KeyDesk vera = new KeyDesk(verasPage);
        List<String> words = vera.makeKey();
        String fingerprint = vera.fingerprint();
        aziza.letIn(TEAM, "vera", fingerprint.substring(5));
        aziza.awaitRefused(TEAM, "vera");
        vera.awaitStage("waiting");
        aziza.letIn(TEAM, "vera", fingerprint);
        aziza.awaitHolds(TEAM, "vera");
        vera.awaitOpen();

        vera.enrol(words, PIN);
        vera.lock();
        String report =
                running.reports(running.people().login("vera")).open(TEXT).id().toString();
        long alerted = System.nanoTime();
        verasPage.navigate(running.stack().console() + "#/case/" + report);
        verasPage.locator("[data-testid=claim]").click();
        vera.openWithPin(PIN);
        assertThat(read(verasPage)).isEqualTo(TEXT);
        Duration took = Duration.ofNanos(System.nanoTime() - alerted);
        System.out.printf("from an alert to a readable report, with a PIN: %d ms%n", took.toMillis());
        assertThat(took).isLessThan(READABLE_WITHIN);

        vera.lock();
        vera.awaitUnreadable();
        List<String> others = vera.makeAnotherKey();
        assertThat(vera.fingerprint()).isNotEqualTo(fingerprint);
        aziza.letIn(TEAM, "vera", fingerprint);
        aziza.awaitRefused(TEAM, "vera");
        aziza.letIn(TEAM, "vera", vera.fingerprint());
        aziza.awaitHolds(TEAM, "vera");
        assertThat(read(verasPage)).isEqualTo(TEXT);
        vera.lock();
        vera.openWith(others);
        assertThat(read(verasPage)).isEqualTo(TEXT);
    }

    private Page signIn(String handle) {
        ConsolePage console = new ConsolePage(chromium.page(420, 800), running.stack());
        console.visit();
        console.signIn(running.stack().person(handle));
        return console.page();
    }

    private static String read(Page page) {
        return page.locator("[data-testid=line-text]").first().textContent();
    }
}
