package org.ovoz.notify.directory.hours;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A span of every week.
 *
 * @param day 1 is Monday
 * @param closes at or before {@code opens}: on the next day
 */
public record Opening(
        @Min(1) @Max(7) int day,
        @NotNull LocalTime opens,
        @NotNull LocalTime closes) {

    static final int MINUTES_OF_DAY = 24 * 60;
    static final int MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

    int startsAt() {
        return (day - 1) * MINUTES_OF_DAY + minutes(opens);
    }

    int lasts() {
        int span = minutes(closes) - minutes(opens);
        return span > 0 ? span : span + MINUTES_OF_DAY;
    }

    /** Whether they have a minute in common; what begins on Sunday may reach into Monday. */
    boolean overlaps(Opening other) {
        int gap = Math.floorMod(other.startsAt() - startsAt(), MINUTES_OF_WEEK);
        int gapBack = Math.floorMod(startsAt() - other.startsAt(), MINUTES_OF_WEEK);
        return gap < lasts() || gapBack < other.lasts();
    }

    boolean holds(LocalDateTime local) {
        int minute = (local.getDayOfWeek().getValue() - 1) * MINUTES_OF_DAY + minutes(local.toLocalTime());
        return Math.floorMod(minute - startsAt(), MINUTES_OF_WEEK) < lasts();
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
