package org.ovoz.local.journeys.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.stack.Stack;

/** The console in a browser, used as a responder uses it. Playwright waits for each thing to be there before it is used. */
public final class ConsolePage {
    private final Page page;
    private final Stack stack;

    public ConsolePage(Page page, Stack stack) {
        this.page = page;
        this.stack = stack;
    }

    public Page page() {
        return page;
    }

    public void visit() {
        page.navigate(stack.console().toString());
        the("sign-in").waitFor();
    }

    public void signIn(Person person) {
        the("sign-in").click();
        page.locator("#username").fill(person.handle());
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
        the("key-panel").waitFor();
    }

    public void openKey(Person person) {
        the("key-file").setInputFiles(person.keyFile());
        the("key-panel").waitFor(new Locator.WaitForOptions().setState(hidden()));
    }

    /** Of thousands of rows those on screen are drawn; what is looked for by its short id is on screen. */
    public void find(String shortId) {
        the("find").fill(shortId);
        row(shortId).waitFor();
    }

    public Locator row(String shortId) {
        return page.locator("[data-testid=case-row][data-short-id='" + shortId + "']");
    }

    public void claim(String shortId) {
        row(shortId).locator("[data-testid=claim]").click();
        row(shortId).locator("[data-testid=release]").waitFor();
    }

    /** With the claim and the key it opens by itself. */
    public void openCase(String shortId) {
        row(shortId).locator("a.short-id").click();
        the("line-text").first().waitFor();
    }

    public Locator lines() {
        return the("line-text");
    }

    public void awaitTextsAllowed() {
        page.locator("[data-testid=texts][data-texts=allowed]").waitFor();
    }

    public void reply(String text) {
        the("reply-text").fill(text);
        the("send-reply").click();
    }

    public void awaitDelivered() {
        the("replies")
                .filter(new Locator.FilterOptions().setHasText("delivered"))
                .waitFor();
    }

    public void close() {
        the("close-case").click();
        the("closing-helped").check();
        the("dialog-confirm").click();
        page.locator("[data-testid=case-state][data-state=closed]").waitFor();
    }

    private Locator the(String testId) {
        return page.locator("[data-testid=" + testId + "]");
    }

    private static WaitForSelectorState hidden() {
        return WaitForSelectorState.HIDDEN;
    }
}
