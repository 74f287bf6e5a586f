package org.ovoz.local.journeys.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Looks again and again until something is there, or says what was expected. */
public final class Await {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private Await() {}

    /** @throws NotInTime after that time */
    public static <T> T until(String expected, Duration within, Supplier<Optional<T>> look) {
        try {
            return Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK_AGAIN)
                    .atMost(within)
                    .until(look::get, Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new NotInTime(expected, within);
        }
    }
}
