package org.ovoz.notify.shift.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What is agreed of one person in one team.
 *
 * @param off dates on which no pattern begins; what began the evening before goes on
 * @param extra stretches besides the patterns; a date off does not touch them
 * @param settled stretches that were swapped, taken or given away: they stay as they were agreed, and nothing is laid out over them
 */
public record Roster(List<WeeklyPattern> patterns, Set<LocalDate> off, List<Stretch> extra, List<Stretch> settled) {

    public Roster {
        patterns = List.copyOf(patterns);
        off = Set.copyOf(off);
        extra = List.copyOf(extra);
        settled = List.copyOf(settled);
    }
}
