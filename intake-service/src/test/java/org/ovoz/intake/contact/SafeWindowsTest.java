package org.ovoz.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.ovoz.contracts.contact.SafeHours;
import org.ovoz.contracts.contact.SafeSpan;
import org.ovoz.contracts.contact.SafeWindow;

/** Hours of the week in time: over midnight, and over the nights in which clocks change. */
class SafeWindowsTest {

    private static final int TRIES = 3_000;
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Zones of reporters, and those whose clocks change: by an hour, by half of one, across a date line. */
    private static final List<String> ZONES = List.of(
            "Asia/Almaty",
            "Europe/Moscow",
            "Europe/Kyiv",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Apia");

    @Provide
    Arbitrary<SafeHours> hours() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 12 - 1).map(fives -> LocalTime.MIN.plusMinutes(5L * fives));
        Arbitrary<SafeSpan> spans = Combinators.combine(Arbitraries.integers().between(1, 7), times, times)
                .as(SafeSpan::new);
        return Combinators.combine(
                        Arbitraries.of(ZONES), spans.list().ofMinSize(1).ofMaxSize(6))
                .as((zone, some) -> new SafeHours(ZoneId.of(zone), some));
    }

    /** In the weeks around the changes of 2026 in Europe, America and Australia. */
    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Instant> changes = Arbitraries.of(
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("2026-10-25T01:00:00Z"),
                Instant.parse("2026-11-01T06:00:00Z"),
                Instant.parse("2026-04-04T15:00:00Z"));
        Arbitrary<Integer> minutes = Arbitraries.integers().between(-4 * 24 * 60, 4 * 24 * 60);
        return Combinators.combine(changes, minutes).as((change, by) -> change.plus(Duration.ofMinutes(by)));
    }

    @Property(tries = TRIES)
    void aMomentIsInAWindowExactlyIfTheClockOnTheWallIsInASpan(
            @ForAll("hours") SafeHours hours,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 8 * 24 * 60 - 1) int minutes) {
        List<SafeWindow> windows = SafeWindows.within(hours, from, from.plus(Duration.ofDays(8)));
        Instant time = from.plus(Duration.ofMinutes(minutes));
        boolean isSafe = SafeWindows.holds(hours, time);
        assertThat(windows.stream().anyMatch(window -> window.holds(time))).isEqualTo(isSafe);
        Statistics.label("safe").collect(isSafe);
        Statistics.label("safe").coverage(seen -> {
            seen.check(true).count(times -> times > TRIES / 20);
            seen.check(false).count(times -> times > TRIES / 20);
        });
    }

    @Property(tries = TRIES)
    void windowsAreInOrderAndNoneTouchesAnother(@ForAll("hours") SafeHours hours, @ForAll("moments") Instant from) {
        Instant end = from.minusMillis(1);
        for (SafeWindow window : SafeWindows.within(hours, from, from.plus(Duration.ofDays(8)))) {
            assertThat(window.from()).isAfter(end);
            assertThat(window.until()).isAfter(window.from());
            end = window.until();
        }
    }

    @Property(tries = TRIES)
    void nothingIsSafeBeforeTheNextWindow(@ForAll("hours") SafeHours hours, @ForAll("moments") Instant from) {
        SafeWindow next = SafeWindows.next(hours, from);
        assertThat(SafeWindows.holds(hours, next.from())).isTrue();
        assertThat(SafeWindows.holds(hours, next.until())).isFalse();
        for (Instant time = from; time.isBefore(next.from()); time = time.plus(Duration.ofMinutes(7))) {
            assertThat(SafeWindows.holds(hours, time)).isFalse();
        }
    }

    @Example
    void anEveningIsOpenFromItsFirstSecondToBeforeItsLast() {
        SafeHours evening = hours(MOSCOW, 3, "18:00", "19:00");
        assertThat(SafeWindows.next(evening, Instant.parse("2026-11-23T00:00:00Z")))
                .isEqualTo(window("2026-11-25T15:00:00Z", "2026-11-25T16:00:00Z"));
        assertThat(SafeWindows.holds(evening, Instant.parse("2026-11-25T16:00:00Z")))
                .isFalse();
    }

    @Example
    void aNightGoesOnOverMidnight() {
        SafeHours night = hours(MOSCOW, 7, "23:00", "01:30");
        assertThat(SafeWindows.next(night, Instant.parse("2026-11-29T00:00:00Z")))
                .isEqualTo(window("2026-11-29T20:00:00Z", "2026-11-29T22:30:00Z"));
        assertThat(SafeWindows.holds(night, Instant.parse("2026-11-29T22:00:00Z")))
                .isTrue();
    }

    @Example
    void aWholeDayTouchesTheNextOne() {
        SafeHours weekend = new SafeHours(MOSCOW, List.of(span(6, "00:00", "00:00"), span(7, "00:00", "00:00")));
        assertThat(SafeWindows.next(weekend, Instant.parse("2026-11-26T00:00:00Z")))
                .isEqualTo(window("2026-11-27T21:00:00Z", "2026-11-29T21:00:00Z"));
    }

    /** At two in the morning of 29 March clocks in Berlin show three. */
    @Example
    void whereClocksGoForwardTheSkippedHourIsNoWindow() {
        Instant saturday = Instant.parse("2026-03-28T12:00:00Z");
        assertThat(SafeWindows.next(hours(BERLIN, 7, "02:30", "03:30"), saturday))
                .isEqualTo(window("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z"));
        assertThat(SafeWindows.next(hours(BERLIN, 7, "02:10", "02:50"), saturday))
                .isEqualTo(window("2026-04-05T00:10:00Z", "2026-04-05T00:50:00Z"));
    }

    /** At three in the morning of 25 October clocks in Berlin show two again. */
    @Example
    void whereClocksGoBackAnHourIsOpenTwice() {
        SafeHours hours = hours(BERLIN, 7, "02:30", "03:00");
        Instant saturday = Instant.parse("2026-10-24T12:00:00Z");
        assertThat(SafeWindows.within(hours, saturday, saturday.plus(Duration.ofDays(2))))
                .containsExactly(
                        window("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"),
                        window("2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"));
    }

    private static SafeHours hours(ZoneId zone, int day, String from, String to) {
        return new SafeHours(zone, List.of(span(day, from, to)));
    }

    private static SafeSpan span(int day, String from, String to) {
        return new SafeSpan(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static SafeWindow window(String from, String until) {
        return new SafeWindow(Instant.parse(from), Instant.parse(until));
    }
}
