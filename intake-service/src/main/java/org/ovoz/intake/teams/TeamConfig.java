package org.ovoz.intake.teams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the reader of the teams topic is. */
@ConfigMapping(prefix = "ovoz.teams")
interface TeamConfig {

    /** Between two attempts to store what was read, while the database is away. */
    @WithDefault("PT0.2S")
    Duration retryAfter();

    /** How far the time of a signed suspension may be from intake's. */
    @WithDefault("PT10M")
    Duration clocksMayDiffer();

    /** The longest such wait. */
    @WithDefault("PT5S")
    Duration retryAtMost();
}
