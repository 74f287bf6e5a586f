package org.ovoz.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.browser.PhonePage;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.stack.Stack;

class ConsoleInABrowserIT {
    private static final String TEXT = "Yordam kerak, bizni doʻkonda ushlab turishibdi, pasportimni berishmayapti.";
    private static final String ANSWER = "Xabaringizni oʻqidik. Hozir xavfsizmisiz?";

    private static final int WIDE = 1280;

    /** An old phone held upright, and a wide screen at 400 % (WCAG 2.2, 1.4.10). */
    private static final int NARROW = 320;

    private static final int HEIGHT = 800;

    private static Chromium chromium;

    private final RunningStack running = RunningStack.shared();
    private final Stack stack = running.stack();
    private final Person aziza = stack.person("aziza");

    @BeforeAll
    static void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @Test
    void aResponderSignsInOpensTheKeyClaimsReadsAnswersAndTheAnswerIsOnThePhone() {
        String number = running.carrier().freshNumber();
        PhonePage phone = new PhonePage(chromium.page(NARROW, HEIGHT), stack);
        phone.take(number);
        isAccessibleAndFits(phone.page());

        ConsolePage console = new ConsolePage(chromium.page(NARROW, HEIGHT), stack);
        console.visit();
        isAccessibleAndFits(console.page());
        console.signIn(aziza);
        isAccessibleAndFits(console.page());
        console.openKey(aziza);

        ResponderSession session = running.people().login("aziza");
        String shortId = running.reports(session).openFrom(number, TEXT).shortId();
        console.find(shortId);
        phone.received().first().waitFor();
        phone.text("1");
        isAccessibleAndFits(console.page());
        console.claim(shortId);
        console.openCase(shortId);
        assertThat(console.lines().first().textContent()).isEqualTo(TEXT);
        console.awaitTextsAllowed();
        console.reply(ANSWER);
        phone.awaitText(ANSWER);
        console.awaitDelivered();
        isAccessibleAndFits(console.page());
        isAccessibleAndFits(phone.page());

        console.close();
        isAccessibleAndFits(console.page());
    }

    @Test
    void theMailsPageIsAccessible() {
        Page mails = chromium.page(NARROW, HEIGHT);
        mails.navigate(stack.mailbox().toString());
        isAccessibleAndFits(mails);
    }

    /** On a wide screen, and then on the narrow one, where the journey goes on. */
    private static void isAccessibleAndFits(Page page) {
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, HEIGHT);
            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getTarget())
                    .as("%s, %d px wide", page.title(), width)
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of what is shown at %s, %d px wide", page.title(), width)
                    .isLessThanOrEqualTo(width);
        }
    }
}
