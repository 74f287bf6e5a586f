package org.ovoz.notify.shift.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far duties are laid out. */
@ConfigMapping(prefix = "ovoz.shift")
interface ShiftSettings {

    /** From now on. */
    @WithDefault("P14D")
    Duration laidOut();
}
