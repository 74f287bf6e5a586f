package org.ovoz.notify.block;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long a block holds. */
@ConfigMapping(prefix = "ovoz.block")
interface BlockTimes {

    /** Where whoever proposes it names no time. */
    @WithDefault("14")
    @Min(1)
    @Max(30)
    int days();

    /** How long a second person may take to agree. */
    @WithDefault("PT24H")
    Duration proposal();
}
