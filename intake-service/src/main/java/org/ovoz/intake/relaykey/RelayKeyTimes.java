package org.ovoz.intake.relaykey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a relay key is handed out, and how much longer replies that were sealed to it may still go out. */
@ConfigMapping(prefix = "ovoz.relay-key")
interface RelayKeyTimes {

    @WithDefault("P7D")
    Duration handedOutFor();

    /** More than a reply may wait. */
    @WithDefault("P3D")
    Duration usableAfterwards();
}
