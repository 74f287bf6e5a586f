package org.ovoz.local.carrier.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;
import static org.ovoz.local.carrier.scene.Scene.STAFF_PHONE;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;
import org.ovoz.local.carrier.scene.Application.Reply;
import org.ovoz.local.carrier.scene.Scene;
import org.ovoz.local.mailbox.Mailbox;

/** The page of phones, and that of the mails, in a browser. */
class PagesTest {
    @RegisterExtension
    static final Scene SCENE = new Scene();

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void whoTextsTheHotlineSeesItTakenAndTheAnswerArrive() {
        SCENE.application().answers("<Response><Message>Xabaringiz yetib keldi</Message></Response>");
        Page page = take(PHONE);

        page.fill("#text", "Yordam kerak, qoʻrqyapman");
        assertThat(page.locator("#size")).hasText("1 segment · UCS-2 · 25 of 70");
        page.click("#write button[type=submit]");

        assertThat(page.locator(".bubble.sent")).containsText("✓ delivered");
        assertThat(page.locator(".bubble.sent")).containsText("1 segment, UCS-2");
        assertThat(page.locator(".bubble.received .said")).hasText("Xabaringiz yetib keldi");
    }

    @Test
    void aPictureGoesWithATextOrWithoutAWord() {
        Page page = take(PHONE);

        page.setInputFiles("#media", new FilePayload("place.png", "image/png", new byte[] {1, 2, 3}));
        page.click("#write button[type=submit]");

        assertThat(page.locator(".bubble.sent")).containsText("with 1 file");
        assertThat(page.locator(".bubble.sent")).containsText("✓ delivered");
        assertThat(SCENE.application().await(SMS, 1).getFirst().form())
                .containsEntry("NumMedia", "1")
                .containsEntry("MediaContentType0", "image/png");
        assertThat(page.inputValue("#media")).isEmpty();
    }

    @Test
    void aTextThatTheApplicationDidNotTakeSaysSoAndTheErrorLogSaysWhy() {
        SCENE.application().answers(request -> Reply.status(500));
        Page page = take(PHONE);

        page.fill("#text", "Salom");
        page.click("#write button[type=submit]");

        assertThat(page.locator(".bubble.sent .lost")).containsText("not taken");
        assertThat(page.locator("#errors")).containsText("11200 · HTTP 500");
    }

    @Test
    void aTextThatAPhoneMissedIsMentionedWhereOneWouldLookForIt() {
        SCENE.carrier().fault(Fault.next(FaultKind.UNDELIVERED));
        Page page = take(PHONE);

        SCENE.send(PHONE, "Salom");

        assertThat(page.locator(".missed")).containsText("did not reach this phone: 30003");
        assertThat(page.locator(".bubble")).hasCount(0);
    }

    @Test
    void aTextToAPhoneThatNobodyLooksAtMarksIt() {
        Page page = take(PHONE);

        SCENE.send(OTHER_PHONE, "Salom");

        assertThat(page.locator("[data-number='" + OTHER_PHONE + "'] .fresh")).isVisible();
        page.click("[data-number='" + OTHER_PHONE + "']");
        assertThat(page.locator("[data-number='" + OTHER_PHONE + "'] .fresh")).hasCount(0);
        assertThat(page.locator(".bubble.received .said")).hasText("Salom");
    }

    @Test
    void theStaffHavePhonesToo() {
        Page page = take(STAFF_PHONE);

        assertThat(page.locator("#phone-name")).hasText("aziza");
        assertThat(page.locator("#shelf h3")).hasText(new String[] {"People outside", "Staff"});
    }

    @Test
    void aFaultIsAddedAndRemovedWithTheKeyboardAlone() {
        Page page = take(PHONE);
        page.locator("#kind").focus();
        page.keyboard().type("A text is accepted, then und");
        assertThat(page.locator("#code")).hasValue("30003");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("#due")).containsText("code 30003: 1 ×, any phone");
        assertThat(SCENE.sendToTheEnd(OTHER_PHONE, "Salom").getErrorCode()).isEqualTo(30003);

        SCENE.carrier().fault(Fault.always(FaultKind.REFUSE));
        page.reload();
        page.locator("#due button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#due")).containsText("All goes well");
    }

    @Test
    void onlyTheFieldsThatAFaultHasAreShown() {
        Page page = take(PHONE);

        assertThat(page.locator("#code")).isVisible();
        assertThat(page.locator("#times")).isHidden();
        page.selectOption("#kind", "webhook-duplicate");
        assertThat(page.locator("#times")).isVisible();
        assertThat(page.locator("#code")).isHidden();
    }

    @Test
    void aCallIsTakenAndItsKeysPressedOnThePage() {
        SCENE.carrier()
                .configure(SCENE.hotline().withVoiceUrl(SCENE.application().url("/twilio/voice")));
        SCENE.application()
                .answers("<Response><Gather numDigits=\"1\" timeout=\"600\" action=\"key\">"
                        + "<Say>Press a key</Say></Gather></Response>");
        somethingOfEverything();
        Page page = take(PHONE);

        page.fill("#to", HOTLINE);
        page.click("#dial");
        assertThat(page.locator(".heard")).containsText("Press a key");
        assertThat(page.locator("#calls")).containsText("In a call with " + HOTLINE);
        checkWithAxe(page);
        page.click("[data-key='5']");

        assertThat(SCENE.application().await("/twilio/key", 1).getFirst().field("Digits"))
                .isEqualTo("5");
        page.click("[data-key='Hang up']");
        assertThat(page.locator("#calls")).containsText("completed");
    }

    @Test
    void thePageOfPhonesFitsEveryWidthAndHasNoFaultThatAxeFinds() {
        somethingOfEverything();
        Page page = browser.page(320, ColorScheme.DARK);
        page.navigate(SCENE.carrier().url() + "/");
        assertThat(page.locator(".missed")).isVisible();
        assertThat(page.locator(".due")).isVisible();

        checkWithAxe(page);
        fits(page);
        page.setViewportSize(600, 900);
        fits(page);
        page.setViewportSize(1280, 900);
        fits(page);
    }

    @Test
    void thePageOfMailsFitsAndHasNoFaultThatAxeFinds() {
        try (Mailbox mailbox = Mailbox.start(0, 0)) {
            Page page = browser.page(320, ColorScheme.DARK);
            page.navigate(mailbox.url() + "/");
            assertThat(page.locator("#mails")).containsText("No mails yet");

            checkWithAxe(page);
            fits(page);
        }
    }

    private static void somethingOfEverything() {
        SCENE.carrier().text(PHONE, HOTLINE, "Salom");
        SCENE.carrier().text(PHONE, Scene.NOBODY, "Is anybody there?");
        SCENE.carrier().fault(Fault.always(FaultKind.WEBHOOK_DUPLICATE).to(OTHER_PHONE));
        SCENE.carrier().fault(Fault.next(FaultKind.UNDELIVERED).to(PHONE));
        SCENE.sendToTheEnd(PHONE, "Salom");
    }

    private static Page take(String number) {
        Page page = browser.page(1280, ColorScheme.LIGHT);
        page.navigate(SCENE.carrier().url() + "/#" + number.replace("+", "%2B"));
        assertThat(page.locator("#phone-number")).hasText(number);
        return page;
    }

    private static void checkWithAxe(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .isEmpty();
    }

    private static void fits(Page page) {
        Object wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wider).isEqualTo(false);
    }
}
