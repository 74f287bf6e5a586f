package org.ovoz.contracts.contact;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;

/**
 * Hours that are safe on one day of each week, by the person's own clock.
 *
 * @param day 1 is Monday, 7 is Sunday
 * @param to not later than {@code from}: on the next day. The same: all day
 */
public record SafeSpan(int day, LocalTime from, LocalTime to) {

    public SafeSpan {
        DayOfWeek.of(day);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** Whether it ends on the day after. */
    public boolean crossesMidnight() {
        return !to.isAfter(from);
    }
}
