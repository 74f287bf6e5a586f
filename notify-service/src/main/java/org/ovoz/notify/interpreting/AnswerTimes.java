package org.ovoz.notify.interpreting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How long interpreters have to answer. */
@ConfigMapping(prefix = "ovoz.interpreting")
interface AnswerTimes {

    /** From when they were asked, if it is for now. */
    @WithDefault("PT15M")
    Duration within();

    /** For a later conversation: so long before it begins, so that somebody else can still be found. */
    @WithDefault("PT30M")
    Duration before();

    /** A conversation may be so far ahead. */
    @WithDefault("P7D")
    Duration ahead();

    /** So long after it was to begin, whoever accepted still sees it. */
    @WithDefault("PT2H")
    Duration shownAfter();

    default Instant answerBy(Instant now, Instant wantedAt) {
        Instant soonest = now.plus(within());
        Instant before = wantedAt.minus(before());
        return before.isAfter(soonest) ? before : soonest;
    }
}
