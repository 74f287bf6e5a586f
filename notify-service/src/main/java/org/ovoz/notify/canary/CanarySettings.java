package org.ovoz.notify.canary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which lines are tried, and how often. */
@ConfigMapping(prefix = "ovoz.canary")
interface CanarySettings {

    /** The lines' numbers; they are public. None, and nothing is tried. A line is named by its place: {@code line-1}. */
    Optional<List<String>> lines();

    /** Each language on each line is tried once within this time; one costs two texts. Absent: only when somebody asks. */
    Optional<Duration> every();

    /** One that has not arrived by then is missing: the line may be dead. */
    @WithDefault("PT3M")
    Duration arrivesWithin();
}
