package org.ovoz.notify.dispatch.ladder;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Hours in which somebody who is not on call wants to be left alone, by the clock on that person's wall. */
public final class QuietHours {

    private QuietHours() {}

    /** @param until may be earlier than {@code from}: past midnight; the same as {@code from}: all day */
    public static boolean hold(
            @Nullable LocalTime from, @Nullable LocalTime until, @Nullable String zone, Instant now) {
        if (from == null || until == null || zone == null) {
            return false;
        }
        LocalTime wall = now.atZone(ZoneId.of(zone)).toLocalTime();
        boolean begun = !wall.isBefore(from);
        boolean over = !wall.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }
}
