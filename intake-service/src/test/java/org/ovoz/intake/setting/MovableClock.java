package org.ovoz.intake.setting;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of intake, of its teams and of the carrier: it runs, and can be put forward, for all of them at once. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends Clock {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    public static void putForward(Duration by) {
        AHEAD.updateAndGet(ahead -> ahead.plus(by));
    }

    public static Instant now() {
        return Instant.now().plus(AHEAD.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
