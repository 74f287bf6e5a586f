package org.ovoz.notify.directory.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

    private static final int MONDAY = 1;
    private static final int TUESDAY = 2;
    private static final int SUNDAY = 7;

    @Test
    void hoursThatFollowOneAnotherDoNotClash() {
        assertThat(WeeklyHours.clash(List.of(
                        open(MONDAY, "08:00", "12:00"),
                        open(MONDAY, "12:00", "18:00"),
                        open(TUESDAY, "08:00", "12:00"))))
                .isFalse();
        assertThat(WeeklyHours.clash(List.of())).isFalse();
    }

    @Test
    void hoursWithAMinuteInCommonClash() {
        assertThat(WeeklyHours.clash(List.of(open(MONDAY, "08:00", "12:00"), open(MONDAY, "11:59", "13:00"))))
                .isTrue();
        assertThat(WeeklyHours.clash(List.of(open(MONDAY, "08:00", "12:00"), open(MONDAY, "08:00", "09:00"))))
                .isTrue();
    }

    @Test
    void aNightReachesIntoTheNextDay() {
        Opening night = open(MONDAY, "20:00", "06:00");
        assertThat(WeeklyHours.clash(List.of(night, open(TUESDAY, "05:00", "08:00"))))
                .isTrue();
        assertThat(WeeklyHours.clash(List.of(night, open(TUESDAY, "06:00", "08:00"))))
                .isFalse();
        assertThat(WeeklyHours.clash(List.of(night, open(MONDAY, "05:00", "08:00"))))
                .isFalse();
    }

    @Test
    void sundaysNightReachesIntoMonday() {
        Opening night = open(SUNDAY, "22:00", "07:00");
        assertThat(WeeklyHours.clash(List.of(open(MONDAY, "06:00", "12:00"), night)))
                .isTrue();
        assertThat(WeeklyHours.clash(List.of(open(MONDAY, "07:00", "12:00"), night)))
                .isFalse();
    }

    @Test
    void openingAndClosingAtTheSameTimeIsAWholeDay() {
        Opening day = open(MONDAY, "09:00", "09:00");
        assertThat(WeeklyHours.clash(List.of(day, open(TUESDAY, "08:59", "10:00"))))
                .isTrue();
        assertThat(WeeklyHours.clash(List.of(day, open(TUESDAY, "09:00", "10:00"))))
                .isFalse();
    }

    private static Opening open(int day, String opens, String closes) {
        return new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
