package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody without a mouse: the focus goes from one thing to the next, and keys are pressed. */
final class Keyboard {
    private static final int MOST_STOPS = 250;
    private static final String POINTED = "a pointer was used";

    private final Page page;
    private final AtomicInteger pointed = new AtomicInteger();

    Keyboard(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.text().equals(POINTED)) {
                pointed.incrementAndGet();
            }
        });
        page.addInitScript("addEventListener('pointerdown', () => console.info('" + POINTED + "'), true)");
    }

    /** How often something was touched or clicked with a pointer since the beginning. */
    int pointed() {
        return pointed.get();
    }

    /** Tab until it has the focus. */
    Keyboard to(String testId) {
        return toThat("[data-testid='" + testId + "']");
    }

    Keyboard toThat(String selector) {
        page.locator(selector).first().waitFor();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (hasFocus(selector)) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("no way to " + selector + " by the Tab key");
    }

    boolean hasFocus(String selector) {
        return (boolean) page.evaluate("wanted => document.activeElement?.matches(wanted) === true", selector);
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** In what has the focus. The dialog in which a file is looked for is the browser's own, and whoever listens for it may come too late. */
    void choose(Path file) {
        page.locator("input[type=file]:focus").setInputFiles(file);
    }
}
