package org.ovoz.notify.shift.handover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When what is open is handed over. */
@ConfigMapping(prefix = "ovoz.handover")
interface HandoverSettings {

    /** Before a duty ends: its open work is shown to whoever comes next. */
    @WithDefault("PT1H")
    Duration shownFrom();

    /** Before a duty ends: coordinators are told of what nobody accepted. */
    @WithDefault("PT10M")
    Duration toldFrom();

    /** After a duty ended, its list is no more shown. */
    @WithDefault("PT12H")
    Duration shownFor();
}
