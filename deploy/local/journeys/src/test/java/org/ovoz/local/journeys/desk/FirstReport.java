package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.Locator;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.phones.ReporterPhone;
import org.ovoz.local.journeys.running.RunningStack;

/** The first report of a team that has none yet: it is on top of the list, opens with the key that was made here, and is answered. */
final class FirstReport {
    private FirstReport() {}

    static void isReadAndAnswered(RunningStack running, ConsolePage console, String text, String answer) {
        ReporterPhone phone = running.carrier().phone(running.carrier().freshNumber());
        phone.text(text);
        console.page().evaluate("location.hash = '#/open'");
        Locator row = console.the("case-row").first();
        row.locator("[data-testid=claim]").click();
        row.locator("a.short-id").click();
        console.awaitLine(text);
        phone.text("1");
        console.awaitTextsAllowed();
        console.reply(answer);
        phone.awaitText(answer, ReportFromAPhone.SOON);
    }
}
