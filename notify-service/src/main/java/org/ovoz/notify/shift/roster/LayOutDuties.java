package org.ovoz.notify.shift.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes stretches of duty of what is agreed, for one person in one team. They never overlap: those that begin on the same day become
 * one, and a later one begins where the one of the day before ends. What is laid out does not depend on when it is laid out, so doing it
 * again changes nothing.
 */
public final class LayOutDuties {

    /** What began longer ago than this has no say any more: a day's stretch lasts two days at most. */
    public static final Duration LOOK_BACK = Duration.ofDays(4);

    /** What begins on the last day counts whole, since stretches of one day are joined. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private LayOutDuties() {}

    /** @return the stretches that end after {@code from} and begin before {@code until}, whole, in order */
    public static List<Stretch> layOut(Roster roster, Instant from, Instant until) {
        return withoutOverlaps(joinedByDay(roster, from.minus(LOOK_BACK), until), roster.settled()).stream()
                .filter(stretch ->
                        stretch.ends().isAfter(from) && stretch.begins().isBefore(until))
                .toList();
    }

    private static List<Stretch> joinedByDay(Roster roster, Instant from, Instant until) {
        TreeMap<LocalDate, List<Stretch>> days = new TreeMap<>();
        roster.patterns()
                .forEach(pattern -> datesOf(pattern, from, until)
                        .filter(date -> pattern.beginsOn(date) && !roster.off().contains(date))
                        .forEach(date -> add(
                                days,
                                date,
                                WallClock.shows(date.atTime(pattern.begins()), pattern.zone()),
                                WallClock.shows(pattern.endsOn(date).atTime(pattern.ends()), pattern.zone()))));
        roster.extra().stream()
                .filter(extra -> extra.ends().isAfter(from) && extra.begins().isBefore(until.plus(A_DAY)))
                .forEach(extra ->
                        add(days, LocalDate.ofInstant(extra.begins(), ZoneOffset.UTC), extra.begins(), extra.ends()));
        return days.values().stream()
                .flatMap(day -> joined(day).stream())
                .sorted(Comparator.comparing(Stretch::begins).thenComparing(Stretch::ends))
                .toList();
    }

    private static Stream<LocalDate> datesOf(WeeklyPattern pattern, Instant from, Instant until) {
        return LocalDate.ofInstant(from, pattern.zone())
                .datesUntil(LocalDate.ofInstant(until, pattern.zone()).plusDays(2));
    }

    /** A shift that lies within an hour that does not exist is none. */
    private static void add(Map<LocalDate, List<Stretch>> days, LocalDate day, Instant begins, Instant ends) {
        if (begins.isBefore(ends)) {
            days.computeIfAbsent(day, first -> new ArrayList<>()).add(new Stretch(begins, ends));
        }
    }

    private static List<Stretch> joined(List<Stretch> day) {
        List<Stretch> joined = new ArrayList<>();
        day.stream().sorted(Comparator.comparing(Stretch::begins)).forEach(next -> {
            if (joined.isEmpty() || !joined.getLast().overlaps(next)) {
                joined.add(next);
            } else {
                Stretch last = joined.removeLast();
                joined.add(new Stretch(last.begins(), later(last.ends(), next.ends())));
            }
        });
        return joined;
    }

    private static List<Stretch> withoutOverlaps(List<Stretch> sorted, List<Stretch> settled) {
        List<Stretch> laidOut = new ArrayList<>();
        Instant reached = Instant.MIN;
        for (Stretch stretch : sorted) {
            Instant begins = later(stretch.begins(), reached);
            if (begins.isBefore(stretch.ends())) {
                laidOut.addAll(without(new Stretch(begins, stretch.ends()), settled));
            }
            reached = later(reached, stretch.ends());
        }
        return laidOut;
    }

    private static List<Stretch> without(Stretch stretch, List<Stretch> settled) {
        List<Stretch> left = new ArrayList<>();
        Instant begins = stretch.begins();
        for (Stretch taken :
                settled.stream().sorted(Comparator.comparing(Stretch::begins)).toList()) {
            if (taken.overlaps(stretch)) {
                if (begins.isBefore(taken.begins())) {
                    left.add(new Stretch(begins, taken.begins()));
                }
                begins = later(begins, taken.ends());
            }
        }
        if (begins.isBefore(stretch.ends())) {
            left.add(new Stretch(begins, stretch.ends()));
        }
        return left;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
