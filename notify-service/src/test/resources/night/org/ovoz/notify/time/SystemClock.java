package org.ovoz.notify.time;

import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * In front of the class of this name in a packaged desk: its clock is ahead by what a file says, and when that changes, what is due is
 * looked for at once, as the sweepers do every second.
 */
final class SystemClock extends Clock {

    private static final List<String> SWEEPERS = List.of(
            "org.ovoz.notify.claim.LapseClaims.sweep",
            "org.ovoz.notify.dispatch.EscalateUnread.sweep",
            "org.ovoz.notify.dispatch.climb.ClimbLadders.sweep",
            "org.ovoz.notify.alert.SendAlerts.sweep",
            "org.ovoz.notify.shift.checkin.CallForCheckIns.sweep",
            "org.ovoz.notify.coverage.WatchCoverage.sweep",
            "org.ovoz.notify.canary.PlanCanaries.bySchedule",
            "org.ovoz.notify.canary.SendCanaries.sweep",
            "org.ovoz.notify.canary.MissCanaries.sweep");

    private final Path file;
    private volatile Duration ahead;

    private SystemClock(Path file) {
        this.file = file;
        this.ahead = read();
        Thread watching = new Thread(this::watch, "night-clock");
        watching.setDaemon(true);
        watching.start();
    }

    @Produces
    @Singleton
    static Clock clock() {
        return new SystemClock(Path.of(System.getProperty("night.clock")));
    }

    private void watch() {
        while (true) {
            Duration now = read();
            if (!now.equals(ahead)) {
                ahead = now;
                SWEEPERS.forEach(SystemClock::sweep);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private static void sweep(String sweeper) {
        try {
            int dot = sweeper.lastIndexOf('.');
            Class<?> type = Class.forName(sweeper.substring(0, dot));
            Method sweep = type.getDeclaredMethod(sweeper.substring(dot + 1));
            sweep.setAccessible(true);
            Uni<?> work = (Uni<?>) sweep.invoke(Arc.container().instance(type).get());
            work.subscribe().with(done -> {}, fault -> {});
        } catch (ReflectiveOperationException | RuntimeException notUpYet) {
            // The scheduler does it.
        }
    }

    private Duration read() {
        try {
            return Duration.ofMillis(Long.parseLong(Files.readString(file).strip()));
        } catch (Exception beingWritten) {
            return ahead == null ? Duration.ZERO : ahead;
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
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
