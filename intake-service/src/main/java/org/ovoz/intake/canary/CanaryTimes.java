package org.ovoz.intake.canary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a canary stays. */
@ConfigMapping(prefix = "ovoz.canary")
interface CanaryTimes {

    /** Until then whoever looks can see that it was stored as reports are. */
    @WithDefault("PT1M")
    Duration keptFor();

    /** How often what is to go is looked for. */
    Duration lookEvery();
}
