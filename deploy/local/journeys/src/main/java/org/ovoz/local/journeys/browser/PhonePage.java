package org.ovoz.local.journeys.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.ovoz.local.journeys.stack.Stack;

/** The carrier's page of phones in a browser. */
public final class PhonePage {
    private final Page page;
    private final Stack stack;

    public PhonePage(Page page, Stack stack) {
        this.page = page;
        this.stack = stack;
    }

    public Page page() {
        return page;
    }

    /** Takes that phone in the hand. */
    public void take(String number) {
        page.navigate(stack.carrier() + "/#" + number.replace("+", "%2B"));
        page.reload();
        page.locator("#phone-number")
                .filter(new Locator.FilterOptions().setHasText(number))
                .waitFor();
    }

    public void text(String body) {
        page.fill("#to", stack.hotline());
        page.fill("#text", body);
        page.click("#write button[type=submit]");
        page.locator(".bubble.sent .said", new Page.LocatorOptions().setHasText(body))
                .last()
                .waitFor();
    }

    public Locator received() {
        return page.locator(".bubble.received .said");
    }

    public void awaitText(String body) {
        received().filter(new Locator.FilterOptions().setHasText(body)).last().waitFor();
    }
}
