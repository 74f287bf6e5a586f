package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.BrowserContext;
import java.util.HashMap;
import java.util.Map;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.stack.Person;

/** Everybody's browser, each in a profile of their own, kept from test to test: whoever was signed in is not asked again. */
final class Offices {
    static final int WIDE = 1280;
    static final int HEIGHT = 800;

    private final RunningStack running = RunningStack.shared();
    private final Chromium chromium = Chromium.start();
    private final Map<String, BrowserContext> profiles = new HashMap<>();

    private Offices() {
        Runtime.getRuntime().addShutdownHook(new Thread(chromium::close, "close the offices"));
    }

    static Offices shared() {
        return Shared.ONE;
    }

    RunningStack running() {
        return running;
    }

    Person person(String handle) {
        return running.stack().person(handle);
    }

    /** A page of somebody who is signed in and whose key is not open. */
    ConsolePage signedIn(String handle) {
        ConsolePage console = new ConsolePage(profile(handle).newPage(), running.stack());
        console.visit();
        console.signInAgain(person(handle));
        return console;
    }

    /** The same with the key open, by the demo's file. */
    ConsolePage ready(String handle) {
        ConsolePage console = signedIn(handle);
        console.openKey(person(handle));
        return console;
    }

    /** A profile that nobody has used. */
    ConsolePage fresh() {
        return new ConsolePage(chromium.page(WIDE, HEIGHT), running.stack());
    }

    /** Without storage and login, for whatever is no console. */
    BrowserContext profile(String of) {
        return profiles.computeIfAbsent(of, owner -> chromium.profile(WIDE, HEIGHT));
    }

    private static final class Shared {
        private static final Offices ONE = new Offices();
    }
}
