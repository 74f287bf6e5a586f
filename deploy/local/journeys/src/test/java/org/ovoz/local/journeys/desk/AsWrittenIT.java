package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;

/** What people write is text: no mark-up of theirs becomes a part of the page, and no direction of theirs turns what is beside it. */
class AsWrittenIT implements PeopleLeave {
    private static final String MARKUP =
            "<b>Yordam</b> kerak <img src=x onerror=alert(1)><script>alert(2)</script> ${x} &lt; {{y}} \"'";
    /** Arabic, then an override to right-to-left that its writer never ends. */
    private static final String RIGHT_TO_LEFT =
            "\u0623\u062d\u062a\u0627\u062c \u0645\u0633\u0627\u0639\u062f\u0629 123 \u202Eabc";
    /** A family of joined people, a flag, a skin tone. */
    private static final String EMOJI =
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDFA\uD83C\uDDFF \uD83D\uDC4D\uD83C\uDFFD";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final ConsolePage aziza = offices.ready("aziza");

    @Test
    void markUpOtherDirectionsAndEmojiAreShownAsTheyWereWritten() {
        List<String> dialogs = new ArrayList<>();
        aziza.page().onDialog(dialog -> {
            dialogs.add(dialog.type());
            dialog.dismiss();
        });
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "aziza", MARKUP);
        aziza.goTo(report.id());
        aziza.claim();
        aziza.awaitLine(MARKUP);
        for (String text : List.of(RIGHT_TO_LEFT, EMOJI)) {
            report.phone().text(text);
            aziza.readOnTo(text);
        }

        assertThat(aziza.lines().allTextContents()).contains(MARKUP, RIGHT_TO_LEFT, EMOJI);
        assertThat((Integer)
                        aziza.lines().evaluateAll("lines => lines.reduce((n, line) => n + line.children.length, 0)"))
                .as("elements in what people wrote")
                .isZero();
        assertThat(style(MARKUP)).isEqualTo("ltr isolate");
        assertThat(style(RIGHT_TO_LEFT)).isEqualTo("rtl isolate");
        assertThat(dialogs).isEmpty();
        Look.at(aziza.page(), "as-written", "lines");

        aziza.the("reply-text").fill(RIGHT_TO_LEFT);
        assertThat(aziza.the("reply-text").evaluate("field => getComputedStyle(field).direction"))
                .isEqualTo("rtl");
        aziza.the("reply-text").fill("");
    }

    private String style(String text) {
        Locator line = aziza.lines().filter(new Locator.FilterOptions().setHasText(text));
        return (String)
                line.first()
                        .evaluate(
                                "line => { const { direction, unicodeBidi } = getComputedStyle(line); return direction + ' ' + unicodeBidi; }");
    }
}
