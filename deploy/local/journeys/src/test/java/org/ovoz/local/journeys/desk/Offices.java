package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.stack.Stack;

/** Everybody's browser, each in a profile of their own, kept from test to test: whoever was signed in is not asked again. */
public final class Offices {
    static final int WIDE = 1280;
    static final int HEIGHT = 800;

    private final RunningStack running = RunningStack.shared();
    private final Chromium chromium = Chromium.start();
    private final Map<String, BrowserContext> profiles = new HashMap<>();
    private final List<Page> open = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Offices() {
        Runtime.getRuntime().addShutdownHook(new Thread(chromium::close, "close the offices"));
    }

    public static Offices shared() {
        return Shared.ONE;
    }

    public RunningStack running() {
        return running;
    }

    public Person person(String handle) {
        return running.stack().person(handle);
    }

    /** What went wrong on any console so far without anybody being told: a script that failed, something that its policy forbids. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** A page that is left open holds a connection for its stream, of the six that a browser has for one address. */
    void everybodyLeaves() {
        open.forEach(Page::close);
        open.clear();
    }

    private ConsolePage console(Page page) {
        return console(page, running.stack());
    }

    private ConsolePage console(Page page, Stack stack) {
        open.add(page);
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Trusted")) {
                faults.add(message.text());
            }
        });
        return new ConsolePage(page, stack);
    }

    /** A page of somebody who is signed in and whose key is not open. */
    public ConsolePage signedIn(String handle) {
        ConsolePage console = console(profile(handle).newPage());
        console.visit();
        console.signInAgain(person(handle));
        return console;
    }

    /** The same with the key open, by the demo's file. */
    public ConsolePage ready(String handle) {
        ConsolePage console = signedIn(handle);
        console.openKey(person(handle));
        return console;
    }

    /** A profile that nobody has used. */
    ConsolePage fresh() {
        return console(chromium.page(WIDE, HEIGHT));
    }

    /** The same, at the desk of another stack. */
    ConsolePage freshAt(Stack stack) {
        return console(chromium.page(WIDE, HEIGHT), stack);
    }

    /** Without storage and login, for whatever is no console. */
    BrowserContext profile(String of) {
        return profiles.computeIfAbsent(of, owner -> chromium.profile(WIDE, HEIGHT));
    }

    private static final class Shared {
        private static final Offices ONE = new Offices();
    }
}
