package org.ovoz.local.journeys.bench.screen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.measure.Latencies;
import org.ovoz.local.journeys.running.RunningStack;

/**
 * {@code make queue}: a stack of its own, a desk with thousands of open reports, a console in a real browser, and first texts one after the
 * other. Prints first paint, and the time from the webhook's answer to the row on screen.
 */
public final class QueueOnScreen {
    private static final Path DIRECTORY = Path.of("target/queue");
    private static final int CASES = 5_000;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 300;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private QueueOnScreen() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RunningStack running = RunningStack.startIn(Path.of("."), DIRECTORY);
        ResponderSession aziza = running.people().login("aziza");
        new ManyCases(running, aziza).fill(CASES);
        try (Chromium chromium = Chromium.start()) {
            Screen screen = Screen.of(chromium, running, "aziza");
            Screen.FirstPaint first = screen.firstPaint(CASES);
            out.printf(
                    "%d open reports: first rows %.2f s, the whole list %.2f s after the page was asked for%n",
                    CASES, first.rowsSeconds(), first.wholeSeconds());
            screen.narrow();
            FirstTexts texts = new FirstTexts(running, screen, aziza, PAUSE);
            texts.send(WARM_UP);
            FirstTexts.Sent sent = texts.send(MEASURED);
            say(out, "webhook sent to answered", sent.answered());
            Stages.of(running, sent.onTheirWay())
                    .forEach((stage, since) -> say(out, "webhook answered to " + stage, since));
        }
        System.exit(0);
    }

    private static void say(PrintStream out, String what, Latencies latencies) {
        out.printf(
                "%s, %d: p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what, latencies.count(), millis(latencies, 0.5), millis(latencies, 0.99), millis(latencies, 1));
    }

    private static double millis(Latencies latencies, double share) {
        return latencies.at(share).toNanos() / 1e6;
    }
}
