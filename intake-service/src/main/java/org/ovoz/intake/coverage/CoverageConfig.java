package org.ovoz.intake.coverage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the desk is believed, and how patient the reader of its topic is. */
@ConfigMapping(prefix = "ovoz.coverage")
interface CoverageConfig {

    /** After it a statement counts as none. */
    @WithDefault("P2D")
    Duration believedFor();

    /** How far ahead of intake's clock a statement may be; one from the future would outlive all that come after it. */
    @WithDefault("PT10M")
    Duration clocksMayDiffer();

    /** Between two attempts to store what was read, while the database is away. */
    @WithDefault("PT0.2S")
    Duration retryAfter();

    /** The longest such wait. */
    @WithDefault("PT5S")
    Duration retryAtMost();
}
