package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.Page;
import java.util.List;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.browser.KeyDesk;

/** Somebody who is asked to make a team's first keys, from their first sign-in on. */
final class Founder {
    private final ConsolePage console;
    private final Page page;
    private final KeyDesk keys;

    Founder(ConsolePage console) {
        this.console = console;
        this.page = console.page();
        this.keys = new KeyDesk(page);
    }

    ConsolePage console() {
        return console;
    }

    /** @return the six words */
    List<String> signInAndMakeAKey(String handle, String firstPassword) {
        console.visit();
        new FirstSignIn(console).by(handle, firstPassword);
        return keys.makeKey();
    }

    /** What this browser sees of the line, before anybody said that it is the right one. */
    String lineSeen() {
        return SetUpDesk.words(console.the("line-fingerprint"));
    }

    void goToKeys() {
        console.the("to-keys").click();
        console.the("founding").waitFor();
    }

    boolean mayFound() {
        return console.the("found").isEnabled();
    }

    /** @return what the administrator will ask for by telephone */
    String found(String team) {
        console.the("line-same").first().click();
        console.the("found").click();
        page.locator("[data-testid=founding][data-team=" + team + "][data-proposed=true]")
                .waitFor();
        return SetUpDesk.words(console.the("founding-fingerprint"));
    }

    /** The page notices by itself; the team is there once it has loaded anew, which forgets the key and the login. */
    void awaitFounded(List<String> words) {
        console.the("founded").locator("button").click();
        console.the("sign-in").click();
        keys.awaitStage("locked");
        keys.openWith(words);
    }
}
