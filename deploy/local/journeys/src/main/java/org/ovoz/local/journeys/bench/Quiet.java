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
    private static final int LOOKS = 40;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** @throws org.ovoz.local.journeys.web.NotInTime if it is still at work after three minutes */
    void await() {
        int[] quiet = {0};
        Await.until("the machine to be quiet", WITHIN, () -> {
            quiet[0] = system.getCpuLoad() < BUSY ? quiet[0] + 1 : 0;
            return quiet[0] >= LOOKS ? Optional.of(true) : Optional.empty();
        });
    }
}
