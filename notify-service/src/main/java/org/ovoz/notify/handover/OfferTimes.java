package org.ovoz.notify.handover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a team has to take a report that it is offered. */
@ConfigMapping(prefix = "ovoz.offer")
interface OfferTimes {

    /** Then, and each time so much later, whoever offers it is told that nobody has answered. */
    @WithDefault("PT30M")
    Duration acceptWithin();

    /** For a report whose reporter is in danger. */
    @WithDefault("PT10M")
    Duration acceptWithinDanger();

    /** The claim of whoever offers it holds at least so much longer. */
    @WithDefault("PT15M")
    Duration watch();
}
