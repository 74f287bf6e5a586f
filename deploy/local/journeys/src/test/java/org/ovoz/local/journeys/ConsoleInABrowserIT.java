package org.ovoz.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** The narrow one is an old phone held upright, and a wide screen at 400 % (WCAG 2.2, 1.4.10). */
    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void aResponderSignsInOpensTheKeyClaimsReadsAnswersAndTheAnswerIsOnThePhone(int width) {
        String number = running.carrier().freshNumber();
        PhonePage phone = new PhonePage(chromium.page(width, 800), stack);
        phone.take(number);
        isAccessibleAndFits(phone.page(), width);

        ConsolePage console = new ConsolePage(chromium.page(width, 800), stack);
        console.visit();
        isAccessibleAndFits(console.page(), width);
        console.signIn(aziza);
        isAccessibleAndFits(console.page(), width);
        console.openKey(aziza);

        ResponderSession session = running.people().login("aziza");
        String shortId = running.reports(session).openFrom(number, TEXT).shortId();
        console.row(shortId).waitFor();
        phone.received().first().waitFor();
        phone.text("1");
        isAccessibleAndFits(console.page(), width);
        console.claim(shortId);
        console.openCase(shortId);
        assertThat(console.lines().first().textContent()).isEqualTo(TEXT);
        console.awaitTextsAllowed();
        console.reply(ANSWER);
        phone.awaitText(ANSWER);
        console.awaitDelivered();
        isAccessibleAndFits(console.page(), width);
        isAccessibleAndFits(phone.page(), width);

        console.close();
        isAccessibleAndFits(console.page(), width);
    }

    @Test
    void theMailsPageIsAccessible() {
        Page mails = chromium.page(320, 800);
        mails.navigate(stack.mailbox().toString());
        isAccessibleAndFits(mails, 320);
    }

    private static void isAccessibleAndFits(Page page, int width) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getTarget())
                .as(page.title())
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of what is shown at %s, %d px wide", page.title(), width)
                .isLessThanOrEqualTo(width);
    }
}
