package org.ovoz.intake.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.ovoz.contracts.contact.SafeHours;
import org.ovoz.contracts.contact.SafeSpan;
import org.ovoz.contracts.contact.SafeWindow;

/**
 * Where hours of the week lie in time. What counts is the clock on the person's wall: an hour that is skipped when clocks go forward is
 * no window, one that comes twice is open twice.
 */
public final class SafeWindows {

    /** The only hour of a week may be one that a change of the clocks skips; the next one is never further than that. */
    private static final Duration FURTHEST = Duration.ofDays(16);

    private SafeWindows() {}

    public static boolean holds(SafeHours hours, Instant time) {
        LocalDateTime wall = LocalDateTime.ofInstant(time, hours.zone());
        return hours.spans().stream()
                .anyMatch(span -> holds(span, wall.toLocalDate(), wall)
                        || holds(span, wall.toLocalDate().minusDays(1), wall));
    }

    /** The window that is open, seen from that moment on, or the next one. */
    public static SafeWindow next(SafeHours hours, Instant from) {
        return within(hours, from, from.plus(FURTHEST)).getFirst();
    }

    /** All of them, cut to that stretch of time, in their order, none touching another. */
    public static List<SafeWindow> within(SafeHours hours, Instant from, Instant until) {
        List<SafeWindow> windows = new ArrayList<>();
        Instant start = from;
        for (Instant end : turns(hours, from, until)) {
            if (holds(hours, start)) {
                extend(windows, new SafeWindow(start, end));
            }
            start = end;
        }
        return windows;
    }

    private static void extend(List<SafeWindow> windows, SafeWindow next) {
        boolean touches = !windows.isEmpty() && windows.getLast().until().equals(next.from());
        windows.add(touches ? new SafeWindow(windows.removeLast().from(), next.until()) : next);
    }

    /** The moments between which nothing can change, the last one included and the first one not. */
    private static NavigableSet<Instant> turns(SafeHours hours, Instant from, Instant until) {
        ZoneRules rules = hours.zone().getRules();
        NavigableSet<Instant> turns = new TreeSet<>();
        LocalDate last = LocalDate.ofInstant(until, hours.zone()).plusDays(1);
        for (LocalDate day = LocalDate.ofInstant(from, hours.zone()).minusDays(2);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (SafeSpan span : hours.spans()) {
                turns.addAll(moments(rules, day.atTime(span.from())));
                turns.addAll(moments(rules, day.atTime(span.to())));
            }
        }
        for (ZoneOffsetTransition change = rules.nextTransition(from);
                change != null && change.getInstant().isBefore(until);
                change = rules.nextTransition(change.getInstant())) {
            turns.add(change.getInstant());
        }
        turns.add(until);
        return turns.subSet(from, false, until, true);
    }

    /** When the wall shows that: once, twice, or where it is skipped, at the moment of the change. */
    private static List<Instant> moments(ZoneRules rules, LocalDateTime wall) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty()
                ? List.of(rules.getTransition(wall).getInstant())
                : offsets.stream().map(wall::toInstant).toList();
    }

    private static boolean holds(SafeSpan span, LocalDate day, LocalDateTime wall) {
        if (day.getDayOfWeek().getValue() != span.day()) {
            return false;
        }
        LocalDateTime end = (span.crossesMidnight() ? day.plusDays(1) : day).atTime(span.to());
        return !wall.isBefore(day.atTime(span.from())) && wall.isBefore(end);
    }
}
