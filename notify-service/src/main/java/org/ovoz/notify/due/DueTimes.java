package org.ovoz.notify.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long something may be overdue before coordinators are told, after somebody was. */
@ConfigMapping(prefix = "ovoz.due")
interface DueTimes {

    @WithDefault("PT1H")
    Duration untilNotice();

    /** Of a report whose reporter is in danger. */
    @WithDefault("PT15M")
    Duration untilNoticeInDanger();
}
