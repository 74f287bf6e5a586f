package org.ovoz.intake.delivery.waiting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How long a reply may wait. Relay keys live longer than that ({@code ovoz.relay-key}). */
@ConfigMapping(prefix = "ovoz.waiting")
public interface WaitTimes {

    /** For so long its contact and its grant are kept at most. */
    @WithDefault("PT48H")
    Duration atMost();

    default Wait from(Instant notBefore, Instant now) {
        return new Wait(notBefore, now.plus(atMost()));
    }
}
