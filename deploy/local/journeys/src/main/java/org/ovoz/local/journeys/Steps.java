package org.ovoz.local.journeys;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints each step of a journey with the time it took, and names the step that failed. */
public final class Steps {
    private final PrintStream out;
    private final long began = System.nanoTime();

    public Steps(PrintStream out) {
        this.out = out;
    }

    /** @throws StepFailed naming the step and what was expected */
    public <T> T step(String what, Supplier<T> how) {
        long start = System.nanoTime();
        try {
            T result = how.get();
            out.println(String.format(Locale.ROOT, "%6d ms  %s", since(start), what));
            return result;
        } catch (RuntimeException e) {
            throw new StepFailed(what, since(start), e);
        }
    }

    public void step(String what, Runnable how) {
        step(what, () -> {
            how.run();
            return what;
        });
    }

    public Duration total() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static long since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
