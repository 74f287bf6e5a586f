package org.ovoz.notify.shift.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * When a clock on the wall first shows a time, or one past it. A time that does not exist (clocks are put forward) is the instant of the
 * change; of one that exists twice (they are put back) it is the first. So a shift that ends when another begins leaves no gap and no
 * overlap, whatever the clocks do.
 */
public final class WallClock {

    private WallClock() {}

    public static Instant shows(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
