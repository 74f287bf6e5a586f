package org.ovoz.local.journeys.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.ovoz.local.journeys.web.Await;

/** Lets the machine finish what the part before left to do, so that it is not counted against the next. */
final class Quiet {
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final double BUSY = 0.2;

    /** The load is that since the look before. */
    private static final long LOOK_NANOS = 1_500_000_000L;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** @throws org.ovoz.local.journeys.web.NotInTime if it is still at work after three minutes */
    void await() {
        system.getCpuLoad();
        long[] since = {System.nanoTime()};
        Await.until("the machine to be quiet", WITHIN, () -> {
            if (System.nanoTime() - since[0] < LOOK_NANOS) {
                return Optional.empty();
            }
            since[0] = System.nanoTime();
            return Optional.of(system.getCpuLoad()).filter(load -> load < BUSY);
        });
    }
}
