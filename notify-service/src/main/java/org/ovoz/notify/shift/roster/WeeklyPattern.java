package org.ovoz.notify.shift.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person does every week.
 *
 * @param days on which it begins
 * @param ends at or before {@code begins} means on the next day
 * @param validUntil the last date on which it begins; null until further notice
 */
public record WeeklyPattern(
        Set<DayOfWeek> days,
        LocalTime begins,
        LocalTime ends,
        ZoneId zone,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public WeeklyPattern {
        days = Set.copyOf(days);
    }

    boolean beginsOn(LocalDate date) {
        return days.contains(date.getDayOfWeek())
                && !date.isBefore(validFrom)
                && (validUntil == null || !date.isAfter(validUntil));
    }

    LocalDate endsOn(LocalDate date) {
        return ends.isAfter(begins) ? date : date.plusDays(1);
    }
}
