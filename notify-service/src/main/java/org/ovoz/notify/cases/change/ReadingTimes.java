package org.ovoz.notify.cases.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Until when what came in is to be read. */
@ConfigMapping(prefix = "ovoz.reading")
interface ReadingTimes {

    /** A person is to have read a report or a message within this time; until then its urgency is unknown. */
    @WithDefault("PT15M")
    Duration within();

    /** An unread report is shown to its escalation teams after this time; never earlier than intake serves them. */
    @WithDefault("PT15M")
    Duration escalatesAfter();
}
