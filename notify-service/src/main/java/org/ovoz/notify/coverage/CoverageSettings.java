package org.ovoz.notify.coverage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far the map reaches, and when a gap in it is told. */
@ConfigMapping(prefix = "ovoz.coverage")
interface CoverageSettings {

    /** No further than duties are laid out. */
    @WithDefault("P14D")
    Duration ahead();

    /** Before a gap begins. */
    @WithDefault("PT24H")
    Duration warnBefore();

    /** What has not changed is said again after this, so that whoever listens knows that it still holds. */
    @WithDefault("PT24H")
    Duration saidAgainAfter();
}
