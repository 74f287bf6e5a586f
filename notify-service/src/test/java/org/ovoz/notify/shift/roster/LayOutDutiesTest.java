package org.ovoz.notify.shift.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Central Europe puts its clocks forward on 2027-03-28 and back on 2026-10-25; Central Asia leaves them alone. */
class LayOutDutiesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void aNightShiftCrossesMidnight() {
        assertThat(laidOut(plan(daily("22:00", "06:00", ALMATY)), "2026-11-30", 0))
                .containsExactly(
                        stretch("2026-11-29T17:00:00Z", "2026-11-30T01:00:00Z"),
                        stretch("2026-11-30T17:00:00Z", "2026-12-01T01:00:00Z"));
    }

    @Test
    void aNightOfAChangeIsAnHourShorterOrLonger() {
        Roster nights = plan(daily("22:00", "06:00", BERLIN));
        assertThat(laidOut(nights, "2027-03-28", 0)).singleElement().satisfies(night -> lasts(night, 7));
        assertThat(laidOut(nights, "2026-10-25", 0)).singleElement().satisfies(night -> lasts(night, 9));
    }

    @Test
    void aTimeThatDoesNotExistIsTheMomentOfTheChange() {
        assertThat(begins(plan(daily("02:30", "10:00", BERLIN)), "2027-03-28"))
                .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
        assertThat(WallClock.shows(LocalDate.parse("2027-03-28").atTime(3, 0), BERLIN))
                .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
    }

    @Test
    void ofATimeThatExistsTwiceTheFirstCounts() {
        assertThat(begins(plan(daily("02:30", "10:00", BERLIN)), "2026-10-25"))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void whoBeginsWhenAnotherEndsLeavesNoGapOnANightOfAChange() {
        for (String date : List.of("2027-03-28", "2026-10-25")) {
            Stretch first = at(laidOut(plan(daily("22:00", "02:30", BERLIN)), date, 0), date);
            Stretch second = at(laidOut(plan(daily("02:30", "10:00", BERLIN)), date, 0), date);
            assertThat(second.begins()).isEqualTo(first.ends());
        }
    }

    @Test
    void aShiftWithinAnHourThatDoesNotExistIsNone() {
        assertThat(laidOut(plan(daily("02:10", "02:50", BERLIN)), "2027-03-28", 0))
                .isEmpty();
    }

    @Test
    void twoPatternsOfADayThatOverlapAreOneDuty() {
        Roster plan = plan(daily("08:00", "16:00", ALMATY), daily("12:00", "20:00", ALMATY));
        assertThat(laidOut(plan, "2026-11-30", 0))
                .containsExactly(stretch("2026-11-30T03:00:00Z", "2026-11-30T15:00:00Z"));
    }

    @Test
    void whatReachesIntoTheNextDaysDutyEndsThere() {
        Roster plan = plan(daily("20:00", "10:00", ALMATY), daily("08:00", "12:00", ALMATY));
        assertThat(laidOut(plan, "2026-11-30", 0))
                .containsExactly(
                        stretch("2026-11-29T15:00:00Z", "2026-11-30T05:00:00Z"),
                        stretch("2026-11-30T05:00:00Z", "2026-11-30T07:00:00Z"),
                        stretch("2026-11-30T15:00:00Z", "2026-12-01T05:00:00Z"));
    }

    @Test
    void onADateOffNothingBeginsAndTheNightBeforeGoesOn() {
        Roster plan = new Roster(
                List.of(daily("22:00", "06:00", ALMATY)), Set.of(LocalDate.parse("2026-11-30")), List.of(), List.of());
        assertThat(laidOut(plan, "2026-11-30", 0))
                .containsExactly(stretch("2026-11-29T17:00:00Z", "2026-11-30T01:00:00Z"));
    }

    @Test
    void nothingIsLaidOutOverWhatWasSwapped() {
        Stretch swapped = stretch("2026-11-30T05:00:00Z", "2026-11-30T07:00:00Z");
        Roster plan = new Roster(List.of(daily("08:00", "16:00", ALMATY)), Set.of(), List.of(), List.of(swapped));
        assertThat(laidOut(plan, "2026-11-30", 0))
                .containsExactly(
                        stretch("2026-11-30T03:00:00Z", "2026-11-30T05:00:00Z"),
                        stretch("2026-11-30T07:00:00Z", "2026-11-30T11:00:00Z"));
    }

    @Test
    void aPatternHoldsOnTheDatesThatItIsValidOn() {
        WeeklyPattern week = new WeeklyPattern(
                DAILY,
                LocalTime.parse("08:00"),
                LocalTime.parse("16:00"),
                ALMATY,
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-02"));
        assertThat(laidOut(plan(week), "2026-11-28", 9)).hasSize(2);
    }

    private static Roster plan(WeeklyPattern... patterns) {
        return new Roster(List.of(patterns), Set.of(), List.of(), List.of());
    }

    private static WeeklyPattern daily(String begins, String ends, ZoneId zone) {
        return new WeeklyPattern(
                DAILY, LocalTime.parse(begins), LocalTime.parse(ends), zone, LocalDate.parse("2026-01-01"), null);
    }

    /** Whatever touches the date, from 00:00 UTC to 20:00 UTC {@code more} days later. */
    private static List<Stretch> laidOut(Roster plan, String date, int more) {
        Instant midnight = Instant.parse(date + "T00:00:00Z");
        return LayOutDuties.layOut(
                plan, midnight, midnight.plus(Duration.ofDays(more).plusHours(20)));
    }

    private static Instant begins(Roster plan, String date) {
        return at(laidOut(plan, date, 0), date).begins();
    }

    /** The one that holds six in the morning, or else the one that ends before. */
    private static Stretch at(List<Stretch> laidOut, String date) {
        Instant morning = Instant.parse(date + "T04:30:00Z");
        return laidOut.stream().filter(one -> one.holds(morning)).findFirst().orElseGet(laidOut::getFirst);
    }

    private static void lasts(Stretch night, int hours) {
        assertThat(Duration.between(night.begins(), night.ends())).isEqualTo(Duration.ofHours(hours));
    }

    private static Stretch stretch(String begins, String ends) {
        return new Stretch(Instant.parse(begins), Instant.parse(ends));
    }
}
