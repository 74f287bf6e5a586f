package org.ovoz.intake.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what goes out is waited for. */
@ConfigMapping(prefix = "ovoz.delivery")
interface DeliveryTimes {

    /** When an accepted reply counts as left behind by a process that died before it began to send. */
    @WithDefault("PT10S")
    Duration leftBehindAfter();

    /** Between two attempts at what the carrier surely did not take (too many requests, not reached). */
    @WithDefault("PT30S")
    Duration tryAgainAfter();

    /** For so long such attempts are made; a reply that is older is refused. */
    @WithDefault("PT15M")
    Duration tryFor();

    /** A send without an outcome after this time has an unknown fate; well above the carrier client's own time-outs. */
    @WithDefault("PT60S")
    Duration unknownAfter();

    /** For so long the carrier's log is asked for a text of unknown fate. */
    @WithDefault("PT10M")
    Duration reconcileFor();

    /** How often it is asked. */
    Duration askLogEvery();
}
