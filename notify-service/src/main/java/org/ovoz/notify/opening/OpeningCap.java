package org.ovoz.notify.opening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How many reports one person may open: enough for the worst night, too few to carry the archive away. */
@ConfigMapping(prefix = "ovoz.opening")
interface OpeningCap {

    @WithDefault("30")
    @Min(1)
    int atMost();

    @WithDefault("PT1H")
    Duration within();
}
