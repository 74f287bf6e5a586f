package org.ovoz.local.journeys.bench.screen;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.RunningStack;

/** A responder's list of open reports, and when each of its rows was painted. */
final class Screen {
    private static final String SEEN =
            "() => [globalThis.seen.first, globalThis.seen.whole, globalThis.seen.rows.length]";

    private final Page page;
    private int rows;

    private Screen(Page page) {
        this.page = page;
    }

    static Screen of(Chromium chromium, RunningStack running, String handle) throws IOException {
        Page page = chromium.page(1280, 900);
        try (InputStream script = Objects.requireNonNull(Screen.class.getResourceAsStream("painted.js"))) {
            page.addInitScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        ConsolePage console = new ConsolePage(page, running.stack());
        console.visit();
        console.signIn(running.stack().person(handle));
        return new Screen(page);
    }

    /** Only those that nobody claimed: what was claimed makes room at the top for what comes next. */
    void narrow() {
        page.evaluate("() => (location.hash = '#/open?state=waiting')");
        page.locator("[data-testid=filter-hides]").waitFor();
        page.evaluate("() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)))");
        rows = ((Number) ((List<?>) page.evaluate(SEEN)).getLast()).intValue();
    }

    record FirstPaint(double rowsSeconds, double wholeSeconds) {}

    /** Since the page was asked for, back from signing in. */
    FirstPaint firstPaint(int cases) {
        page.locator("[aria-setsize='" + cases + "']").first().waitFor();
        List<?> seen = (List<?>) page.evaluate(SEEN);
        return new FirstPaint(seconds(seen.getFirst()), seconds(seen.get(1)));
    }

    /** Milliseconds of the Unix clock: when the page was told, when the row was in it, and when it was painted. */
    record Painted(String report, double told, double changed, double painted) {}

    /** The next row that was not there before. */
    Painted next() {
        page.waitForFunction("rows => globalThis.seen.rows.length > rows", rows);
        List<?> row = (List<?>) page.evaluate("row => globalThis.seen.rows[row]", rows);
        rows++;
        return new Painted(row.get(0).toString(), millis(row.get(1)), millis(row.get(2)), millis(row.get(3)));
    }

    private static double seconds(Object millis) {
        return millis(millis) / 1_000;
    }

    private static double millis(Object number) {
        return ((Number) number).doubleValue();
    }
}
