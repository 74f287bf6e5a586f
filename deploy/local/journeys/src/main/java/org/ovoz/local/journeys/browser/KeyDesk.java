package org.ovoz.local.journeys.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import org.ovoz.local.journeys.stack.Person;

/** A person's keys in the console: made, opened, lost, and given to colleagues. */
public final class KeyDesk {
    private final Page page;

    public KeyDesk(Page page) {
        this.page = page;
    }

    /** @return the six words, which are shown once */
    public List<String> makeKey() {
        return make("make-key");
    }

    /** The words are lost: another key, which opens nothing yet. */
    public List<String> makeAnotherKey() {
        the("lost-words").click();
        return make("make-new-key");
    }

    private List<String> make(String button) {
        the(button).click();
        the("words").waitFor();
        List<String> words = the("words").locator("li").allTextContents();
        for (String field : List.of("word-one", "word-other")) {
            int number = Integer.parseInt(the(field).getAttribute("data-number"));
            the(field).fill(words.get(number - 1));
        }
        the("keep").click();
        awaitStage("waiting");
        return words;
    }

    public void awaitStage(String stage) {
        page.locator("[data-testid=key-panel][data-stage=" + stage + "]").waitFor();
    }

    /** Nobody has to do anything here: a colleague has let the key in. */
    public void awaitOpen() {
        the("key-panel").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    public String fingerprint() {
        return the("fingerprint").innerText();
    }

    public void takeOver(Person person) {
        toKeys();
        the("take-over-file").setInputFiles(person.keyFile());
        awaitOpen();
    }

    public void lock() {
        the("lock").click();
        awaitStage("locked");
    }

    /** The first four letters of each are enough. */
    public void openWith(List<String> words) {
        the("words-typed")
                .fill(String.join(
                        " ",
                        words.stream()
                                .map(word -> word.substring(0, Math.min(4, word.length()))
                                        .toUpperCase(Locale.ROOT))
                                .toList()));
        the("open-words").click();
        awaitOpen();
    }

    public void enrol(List<String> words, String pin) {
        toKeys();
        the("enrol-words").fill(String.join(" ", words));
        the("enrol-pin").fill(pin);
        the("enrol-button").click();
        the("devices").waitFor();
    }

    public void openWithPin(String pin) {
        the("pin").fill(pin);
        the("open-pin").click();
    }

    /** Types what the colleague read out. */
    public void letIn(String team, String handle, String fingerprint) {
        the("tab-open").click();
        toKeys();
        Locator colleague = colleague(team, handle);
        colleague.locator("[data-testid=admit-fingerprint]").fill(fingerprint);
        colleague.locator("[data-testid=admit-button]").click();
    }

    public void awaitRefused(String team, String handle) {
        colleague(team, handle)
                .locator("[data-testid=key-problem][data-good=false]")
                .waitFor();
    }

    public void awaitHolds(String team, String handle) {
        page.locator("[data-testid=team-keys][data-team=" + team + "] [data-handle=" + handle
                        + "][data-standing=holds]")
                .waitFor();
    }

    public void awaitUnreadable() {
        the("line-text").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Locator colleague(String team, String handle) {
        return page.locator(
                "[data-testid=team-keys][data-team=" + team + "] [data-testid=holder][data-handle=" + handle + "]");
    }

    private void toKeys() {
        page.locator("[data-testid=menu] > summary").click();
        the("keys-link").click();
    }

    private Locator the(String testId) {
        return page.locator("[data-testid=" + testId + "]");
    }
}
