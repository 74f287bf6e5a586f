package org.ovoz.local.journeys.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.ovoz.contracts.ReportId;
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
        fillLogin(person);
        the("key-panel").waitFor();
    }

    /** In a profile that may be signed in at the login server from before; then nothing is asked. */
    public void signInAgain(Person person) {
        the("sign-in").click();
        page.locator("#username, [data-testid=handle]").first().waitFor();
        if (page.locator("#username").isVisible()) {
            fillLogin(person);
        }
        the("handle").waitFor();
    }

    private void fillLogin(Person person) {
        page.locator("#username").fill(person.handle());
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
    }

    public void openKey(Person person) {
        the("key-file").setInputFiles(person.keyFile());
        the("key-panel").waitFor(new Locator.WaitForOptions().setState(hidden()));
    }

    public void goTo(ReportId report) {
        page.evaluate("id => { location.hash = '#/case/' + id; }", report.toString());
        the("page-title").waitFor();
    }

    public void awaitState(String state) {
        page.locator("[data-testid=case-state][data-state=" + state + "]").waitFor();
    }

    /** Of the case on screen. */
    public void claim() {
        the("claim").click();
        awaitState("claimed");
    }

    /** Has what is new shown until that is among it. */
    public void readOnTo(String text) {
        Locator line = lines().filter(new Locator.FilterOptions().setHasText(text));
        page.waitForCondition(() -> {
            page.evaluate("document.querySelector('[data-testid=show-news]:enabled')?.click()");
            return line.count() > 0;
        });
    }

    public void awaitLine(String text) {
        lines().filter(new Locator.FilterOptions().setHasText(text)).first().waitFor();
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

    /** Chooses what lies in the menu. */
    public void choose(String testId) {
        page.locator("[data-testid=menu] > summary").click();
        the(testId).click();
    }

    public Locator the(String testId) {
        return page.locator("[data-testid=" + testId + "]");
    }

    private static WaitForSelectorState hidden() {
        return WaitForSelectorState.HIDDEN;
    }
}
