package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import org.ovoz.local.journeys.browser.ConsolePage;

/** The page on which an administrator sets a line up, and the one on which they sign. */
final class SetUpDesk {
    private final ConsolePage console;
    private final Page page;

    SetUpDesk(ConsolePage console) {
        this.console = console;
        this.page = console.page();
    }

    void open() {
        goTo("setup");
        console.the("setup").waitFor();
    }

    /** Shows that they have the line's key; this browser knows the line from then on. */
    void openLine(Path key) {
        unfold("line");
        if (console.the("line-known").count() == 0) {
            console.the("line-key").setInputFiles(key);
        }
        console.the("line-known").waitFor();
    }

    /** With its six words, as it was made here. */
    void openLine(Path key, List<String> words) {
        unfold("line");
        chooseLine(key, words);
        console.the("line-known").waitFor();
    }

    /** In a browser that knows it: to sign once more. */
    void reopenLine(Path key, List<String> words) {
        unfold("line");
        console.the("open-line").locator("summary").first().click();
        chooseLine(key, words);
        console.the("open-line").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private void chooseLine(Path key, List<String> words) {
        console.the("line-key").setInputFiles(key);
        console.the("line-words").fill(String.join(" ", words));
        console.the("line-open").click();
    }

    /**
     * Makes a key for the line, and forgets it in the page once it was saved.
     *
     * @return the six words that open the file
     */
    List<String> makeLine(Path key, Path publicHalf) {
        console.the("make-line").click();
        console.the("words").waitFor();
        List<String> words = console.the("words").locator("li").allTextContents();
        for (String field : List.of("word-one", "word-other")) {
            int number = Integer.parseInt(console.the(field).getAttribute("data-number"));
            console.the(field).fill(words.get(number - 1));
        }
        console.the("keep").click();
        console.the("made-line").waitFor();
        save("save-line", key);
        save("save-public", publicHalf);
        return words;
    }

    /** Whatever lies at the desk by now is shown. */
    void lookAgain() {
        console.the("setup-again").click();
    }

    /** What intake starts with besides the public half. */
    void saveCatchAll(String team, Path record) {
        unfold("catch-all");
        console.the("catch-all").locator("select").selectOption(team);
        save("save-record", record);
    }

    void signLineRecord(Path intakesPublicKey, Path record) {
        unfold("catch-all");
        page.waitForDownload(() -> console.the("intake-key").setInputFiles(intakesPublicKey))
                .saveAs(record);
    }

    private void save(String button, Path file) {
        page.waitForDownload(() -> console.the(button).click()).saveAs(file);
    }

    String lineFingerprint() {
        return words(console.the("setup-line"));
    }

    void makeOrganisation(String id, String label) {
        unfold("organisation");
        console.the("setup-id").fill(id);
        console.the("setup-label").fill(label);
        console.the("save-organisation").click();
        step("organisation")
                .getByText(id, new Locator.GetByTextOptions().setExact(true))
                .waitFor();
    }

    /** @return the first password, which is shown once */
    String invite(String handle, String organisation) {
        unfold("people");
        Locator form = console.the("invite");
        form.getByTestId("setup-handle").fill(handle);
        form.getByTestId("organisation").selectOption(organisation);
        form.getByTestId("invite-button").click();
        console.the("invited")
                .getByText(handle, new Locator.GetByTextOptions().setExact(true))
                .waitFor();
        return console.the("invited-password").innerText();
    }

    /** What is to be told with the password. */
    String lineToTell() {
        return words(console.the("invited-line"));
    }

    /** For one language, anywhere. */
    void nameTeam(String team, String founder, String language, boolean escalation) {
        unfold("team");
        Locator form = console.the("name-team");
        form.getByTestId("setup-team").fill(team);
        form.getByTestId("founder").selectOption(founder);
        form.locator("input[name=languages][value=" + language + "]").check();
        form.locator("input[name=regions][value=ZZ]").check();
        form.locator("input[name=escalation]").setChecked(escalation);
        form.getByTestId("name-team-button").click();
        page.locator("[data-testid=wanted][data-team=" + team + "][data-proposed=false]")
                .waitFor();
    }

    /** Opens the line's key, as it was made in the set-up, on its own page. */
    void goToLine(Path key, List<String> words) {
        goTo("line");
        chooseLine(key, words);
    }

    /** Opens the line's key on its own page. */
    void goToLine(Path key) {
        goTo("line");
        console.the("line-key").setInputFiles(key);
    }

    /** What is compared by telephone before it is signed. */
    String proposed(String team) {
        return words(proposal(team).getByTestId("fingerprint"));
    }

    void sign(String team) {
        proposal(team).getByTestId("sign").click();
        page.locator("[data-testid=line-said][data-good=true]")
                .filter(new Locator.FilterOptions().setHasText(team))
                .waitFor();
    }

    void awaitStep(String step, String state) {
        page.locator("[data-testid=step][data-step=" + step + "][data-state=" + state + "]")
                .waitFor();
    }

    void unfold(String step) {
        Locator details = step(step).locator("details").first();
        if (details.getAttribute("open") == null) {
            details.locator("summary").first().click();
        }
    }

    Locator step(String step) {
        return page.locator("[data-testid=step][data-step=" + step + "]");
    }

    private void goTo(String name) {
        page.evaluate("name => { location.hash = '#/' + name; }", name);
    }

    private Locator proposal(String team) {
        return page.locator("[data-testid=proposal][data-team=" + team + "]");
    }

    static String words(Locator fingerprint) {
        return fingerprint.first().innerText().replaceAll("\\s+", " ").strip();
    }
}
