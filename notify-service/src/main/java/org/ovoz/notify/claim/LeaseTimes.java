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

    /** How long a draft holds a claim that would lapse, each time the console tells that somebody is writing. */
    @WithDefault("PT5M")
    Duration draft();

    /** How far ahead a time may be that holder and reporter agree on. */
    @WithDefault("PT24H")
    Duration agreedAtMost();
}
