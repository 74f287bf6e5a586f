package org.ovoz.notify.shift.checkin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the phone rings for a duty. */
@ConfigMapping(prefix = "ovoz.check-in")
interface CheckInSettings {

    /** Before a duty begins. */
    @WithDefault("PT15M")
    Duration lead();

    /** After a duty began for which nobody answered; also how long a duty that was laid out too late waits for an answer. */
    @WithDefault("PT5M")
    Duration again();

    /** Before a duty begins, when the person asks for it. */
    @WithDefault("PT2H")
    Duration onDemandFrom();

    /** How long a test item can be answered. */
    @WithDefault("PT5M")
    Duration opensWithin();
}
