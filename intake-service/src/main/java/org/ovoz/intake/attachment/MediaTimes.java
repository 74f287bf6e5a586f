package org.ovoz.intake.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How long and how often the carrier is asked for what came with a text. */
@ConfigMapping(prefix = "ovoz.media")
interface MediaTimes {

    /** Whoever took one has that long; afterwards somebody else looks after it. Longer than any fetch. */
    @WithDefault("PT2M")
    Duration takenFor();

    /** After the first attempt; then twice that, and so on. */
    @WithDefault("PT10S")
    Duration tryAgainAfter();

    @WithDefault("PT15M")
    Duration tryAgainAtMost();

    /** For so long the carrier is asked where it gives nothing. */
    @WithDefault("P1D")
    Duration tryFor();

    /** For so long where it says that there is no such thing: it may be late. */
    @WithDefault("PT15M")
    Duration mayBeLateFor();

    /** For so long the carrier is asked to delete what is stored here. */
    @WithDefault("P30D")
    Duration deleteFor();

    /** @param tries attempts that were made */
    default Instant next(Instant now, int tries) {
        Duration wait = tryAgainAfter().multipliedBy(1L << Math.clamp(tries - 1, 0, 20));
        return now.plus(wait.compareTo(tryAgainAtMost()) < 0 ? wait : tryAgainAtMost());
    }
}
