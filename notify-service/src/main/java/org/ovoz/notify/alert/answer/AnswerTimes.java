package org.ovoz.notify.alert.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers by text are taken. */
@ConfigMapping(prefix = "ovoz.answer")
interface AnswerTimes {

    /** A token older than this answers nothing. */
    @WithDefault("PT12H")
    Duration tokenHolds();

    /** Texts without a valid token that one person may send within {@link #deafFor()}: a guess succeeds with 1 in 100,000. */
    @WithDefault("10")
    int misses();

    @WithDefault("PT1H")
    Duration deafFor();
}
