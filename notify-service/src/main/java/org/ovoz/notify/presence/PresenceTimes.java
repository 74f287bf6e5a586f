package org.ovoz.notify.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody counts as being there. */
@ConfigMapping(prefix = "ovoz.presence")
interface PresenceTimes {

    /** After the page last said so; it says so every 30 s, and one of them may be lost. */
    @WithDefault("PT75S")
    Duration lease();
}
