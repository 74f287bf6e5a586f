package org.ovoz.notify.coverage.map;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ovoz.notify.shift.roster.Stretch;
import org.ovoz.notify.shift.roster.WallClock;

/**
 * When a team works, by the clock of its place; without openings, always.
 *
 * @param holidays on which none begins; what began the evening before goes on
 */
public record OpeningHours(ZoneId zone, List<Opening> openings, Set<LocalDate> holidays) {

    public OpeningHours {
        openings = List.copyOf(openings);
        holidays = Set.copyOf(holidays);
    }

    /** @param closes at or before {@code opens}: on the next day */
    public record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) {}

    /** What lies between the two, cut to it. */
    List<Stretch> between(Instant from, Instant until) {
        Stretch all = new Stretch(from, until);
        return openings.isEmpty()
                ? List.of(all)
                : LocalDate.ofInstant(from, zone)
                        .minusDays(1)
                        .datesUntil(LocalDate.ofInstant(until, zone).plusDays(1))
                        .filter(date -> !holidays.contains(date))
                        .flatMap(this::on)
                        .filter(all::overlaps)
                        .map(open -> new Stretch(later(open.begins(), from), earlier(open.ends(), until)))
                        .toList();
    }

    private Stream<Stretch> on(LocalDate date) {
        return openings.stream()
                .filter(opening -> opening.day() == date.getDayOfWeek())
                .flatMap(opening -> {
                    LocalDate closesOn = opening.closes().isAfter(opening.opens()) ? date : date.plusDays(1);
                    Instant opens = WallClock.shows(date.atTime(opening.opens()), zone);
                    Instant closes = WallClock.shows(closesOn.atTime(opening.closes()), zone);
                    return opens.isBefore(closes) ? Stream.of(new Stretch(opens, closes)) : Stream.empty();
                });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
