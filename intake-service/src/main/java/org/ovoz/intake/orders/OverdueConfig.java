package org.ovoz.intake.orders;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** When a report counts as overdue, by intake's own clock. */
@ConfigMapping(prefix = "ovoz.line")
interface OverdueConfig {

    /** Unread for so long, escalation teams are let in. */
    Duration overdueAfter();
}
