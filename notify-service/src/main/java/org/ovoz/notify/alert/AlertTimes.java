package org.ovoz.notify.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an alert is looked at again. */
@ConfigMapping(prefix = "ovoz.alert")
interface AlertTimes {

    /** An attempt that takes longer was left behind by a crash. Longer than any sender's own time-out. */
    @WithDefault("PT2M")
    Duration abandonedAfter();

    /** Rest after an attempt that was surely not sent; doubles with each. */
    @WithDefault("PT5S")
    Duration retryAfter();

    /** Attempts before an alert counts as failed. */
    @WithDefault("3")
    int attempts();

    /** A person's phone rings at most once within this time. */
    @WithDefault("PT5M")
    Duration betweenCalls();

    /** A call whose end the carrier has not told by then is taken for ended. */
    @WithDefault("PT10M")
    Duration callEndsWithin();
}
