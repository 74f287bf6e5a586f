package org.ovoz.notify.shift.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever is agreed, in zones that put their clocks forward and back: against a watch that is looked at every minute. jqwik prints the
 * tries, and how many of them met a change of the clocks.
 */
class LayOutDutiesPropertiesTest {

    private static final int TRIES = 400;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SPAN = Duration.ofDays(6);

    /** Days around changes: Europe's two, Lord Howe's of half an hour, and a week without one. */
    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.parse("2026-10-22"),
            LocalDate.parse("2027-03-25"),
            LocalDate.parse("2027-04-01"),
            LocalDate.parse("2026-12-01"));

    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Asia/Vladivostok")
            .map(ZoneId::of)
            .toList();

    @Provide
    Arbitrary<LocalDate> beginnings() {
        return Arbitraries.of(BEGINNINGS);
    }

    @Provide
    Arbitrary<WeeklyPattern> patterns() {
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.MIDNIGHT.plusMinutes(15L * quarter));
        return Combinators.combine(days, times, times, Arbitraries.of(ZONES))
                .as((on, begins, ends, zone) ->
                        new WeeklyPattern(on, begins, ends, zone, LocalDate.parse("2026-01-01"), null));
    }

    @Provide
    Arbitrary<Roster> rosters() {
        Arbitrary<Set<LocalDate>> off = Arbitraries.of(BEGINNINGS)
                .flatMap(day -> Arbitraries.integers().between(0, 5).map(day::plusDays))
                .set()
                .ofMaxSize(2);
        return Combinators.combine(patterns().list().ofMinSize(1).ofMaxSize(3), off, stretches(), stretches())
                .as(Roster::new);
    }

    private static Arbitrary<List<Stretch>> stretches() {
        Arbitrary<Instant> begins = Arbitraries.of(BEGINNINGS)
                .flatMap(day -> Arbitraries.integers()
                        .between(0, 6 * 24 * 4)
                        .map(quarter -> Instant.parse(day + "T00:00:00Z").plus(Duration.ofMinutes(15L * quarter))));
        Arbitrary<Integer> quarters = Arbitraries.integers().between(1, 24 * 4);
        return Combinators.combine(begins, quarters)
                .as((from, long15) -> new Stretch(from, from.plus(Duration.ofMinutes(15L * long15))))
                .list()
                .ofMaxSize(2);
    }

    @Property(tries = TRIES)
    void aMinuteIsOnDutyIfAndOnlyIfTheWatchSaysSo(
            @ForAll("rosters") Roster roster, @ForAll("beginnings") LocalDate day) {
        Instant from = Instant.parse(day + "T00:00:00Z");
        List<Stretch> laidOut = LayOutDuties.layOut(roster, from, from.plus(SPAN));
        List<Watch> watches = roster.patterns().stream()
                .map(pattern -> new Watch(pattern, roster.off(), from.minus(Duration.ofDays(3))))
                .toList();
        for (Instant minute = from; minute.isBefore(from.plus(SPAN)); minute = minute.plus(MINUTE)) {
            Instant now = minute;
            boolean agreed = watches.stream().anyMatch(watch -> watch.saysOnDutyAt(now))
                    || roster.extra().stream().anyMatch(extra -> extra.holds(now));
            boolean free = roster.settled().stream().noneMatch(settled -> settled.holds(now));
            long onDuty = laidOut.stream().filter(one -> one.holds(now)).count();
            if (onDuty != (agreed && free ? 1 : 0)) {
                fail("%s on duty at %s".formatted(onDuty, now));
            }
        }
        Statistics.label("clocks change").collect(watches.stream().anyMatch(watch -> watch.sawAChange));
    }

    @Property(tries = TRIES)
    void laidOutADayLaterItIsTheSame(@ForAll("rosters") Roster roster, @ForAll("beginnings") LocalDate day) {
        Instant from = Instant.parse(day + "T00:00:00Z");
        Instant later = from.plus(Duration.ofHours(25));
        Instant until = from.plus(SPAN);
        List<Stretch> first = LayOutDuties.layOut(roster, from, until);
        assertThat(LayOutDuties.layOut(roster, from, until)).isEqualTo(first);
        assertThat(LayOutDuties.layOut(roster, later, until))
                .isEqualTo(
                        first.stream().filter(one -> one.ends().isAfter(later)).toList());
        assertThat(LayOutDuties.layOut(roster, from, until.plus(Duration.ofDays(2))).stream()
                        .filter(one -> one.begins().isBefore(until)))
                .isEqualTo(first);
    }

    @Property(tries = TRIES)
    void aRoundTheClockWeekIsAsLongAsTheWeek(@ForAll("beginnings") LocalDate day) {
        for (ZoneId zone : ZONES) {
            Roster always = new Roster(
                    List.of(new WeeklyPattern(
                            Set.of(DayOfWeek.values()),
                            LocalTime.MIDNIGHT,
                            LocalTime.MIDNIGHT,
                            zone,
                            day,
                            day.plusDays(6))),
                    Set.of(),
                    List.of(),
                    List.of());
            Instant begins = day.atStartOfDay(zone).toInstant();
            Duration laidOut = LayOutDuties.layOut(always, begins, begins.plus(Duration.ofDays(20))).stream()
                    .map(one -> Duration.between(one.begins(), one.ends()))
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(laidOut)
                    .isEqualTo(Duration.between(
                            begins, day.plusDays(7).atStartOfDay(zone).toInstant()));
        }
    }

    /** Somebody who looks at the wall every minute and knows the latest time that it has shown. Asked in order only. */
    private static final class Watch {
        private final WeeklyPattern pattern;
        private final Set<LocalDate> off;
        private Instant looked;
        private LocalDateTime latest;
        private boolean sawAChange;

        Watch(WeeklyPattern pattern, Set<LocalDate> off, Instant from) {
            this.pattern = pattern;
            this.off = off;
            this.looked = from;
            this.latest = LocalDateTime.ofInstant(from, pattern.zone());
        }

        boolean saysOnDutyAt(Instant now) {
            while (looked.isBefore(now)) {
                looked = looked.plus(MINUTE);
                LocalDateTime shown = LocalDateTime.ofInstant(looked, pattern.zone());
                sawAChange |= !shown.equals(latest.plus(MINUTE));
                latest = shown.isAfter(latest) ? shown : latest;
            }
            return Stream.of(latest.toLocalDate().minusDays(1), latest.toLocalDate())
                    .filter(date -> pattern.days().contains(date.getDayOfWeek()) && !off.contains(date))
                    .anyMatch(date -> !latest.isBefore(date.atTime(pattern.begins())) && latest.isBefore(end(date)));
        }

        private LocalDateTime end(LocalDate date) {
            LocalDateTime sameDay = date.atTime(pattern.ends());
            return pattern.ends().isAfter(pattern.begins()) ? sameDay : sameDay.plusDays(1);
        }
    }
}
