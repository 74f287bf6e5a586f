package org.ovoz.notify.key.team;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How old a team's keys may grow. */
@ConfigMapping(prefix = "ovoz.key-age")
interface KeyAgeSettings {

    /** Whoever was let in is looked at anew at least once a year: new keys go to those only who are ticked by name. */
    @WithDefault("P365D")
    Duration renewAfter();
}
