package org.ovoz.local.launcher.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal sees: a line for each thing that happened, with the seconds since the start. */
final class Screen {
    private final PrintStream out;
    private final long start = System.nanoTime();

    Screen(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String what) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed().toMillis() / 1000.0, what);
        out.flush();
    }

    synchronized void print(String text) {
        out.println(text);
        out.flush();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
