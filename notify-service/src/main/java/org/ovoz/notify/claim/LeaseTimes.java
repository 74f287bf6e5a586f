package org.ovoz.notify.claim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a claim holds without an action. */
@ConfigMapping(prefix = "ovoz.lease")
interface LeaseTimes {

    @WithDefault("PT60M")
    Duration ordinary();

    /** For a report whose reporter is in danger. */
    @WithDefault("PT15M")
    Duration danger();
}
