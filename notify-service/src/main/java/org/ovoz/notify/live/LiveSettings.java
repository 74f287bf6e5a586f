package org.ovoz.notify.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The live streams. */
@ConfigMapping(prefix = "ovoz.live")
interface LiveSettings {

    /** How often a quiet stream shows that it lives; a stream whose token ran out ends at the next one. */
    Duration heartbeat();

    /** Changes per partition that a returning reader may have missed; whoever missed more loads anew. */
    @WithDefault("2048")
    @Min(1)
    @Max(1_000_000)
    int remembered();
}
