package org.ovoz.notify.coverage.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.shift.roster.Stretch;

class CoverageMapTest {

    private static final LanguageTag TAJIK = new LanguageTag("tg");
    private static final RegionCode FAR_EAST = new RegionCode("RU-PRI");
    private static final RegionCode RUSSIA = new RegionCode("RU");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void anHourIsWhatEveryMomentOfItReachesAtLeast() {
        CoverageMap map = map(MIDNIGHT, team(RUSSIA, onDuty("01:00", "02:30", false), onDuty("02:00", "04:00", false)));
        assertThat(hours(map, RUSSIA).subList(0, 5))
                .containsExactly(Level.NONE, Level.PLANNED, Level.PLANNED, Level.PLANNED, Level.NONE);
        CoverageMap late = map(MIDNIGHT, team(RUSSIA, onDuty("01:10", "04:00", false)));
        assertThat(hours(late, RUSSIA).subList(0, 3)).containsExactly(Level.NONE, Level.NONE, Level.PLANNED);
    }

    @Test
    void ofTheHourThatRunsOnlyWhatIsStillToComeCounts() {
        CoverageMap map = map(MIDNIGHT.plus(Duration.ofMinutes(20)), team(RUSSIA, onDuty("00:15", "04:00", true)));
        assertThat(hours(map, RUSSIA).getFirst()).isEqualTo(Level.CHECKED_IN);
        assertThat(map.cells().getFirst().readers()).isEqualTo(1);
    }

    @Test
    void aTeamOfAWiderRegionReadsTheNarrowerOneAndNotTheReverse() {
        CoverageMap map = map(MIDNIGHT, team(RUSSIA, standing()), team(FAR_EAST, onDuty("00:00", "01:00", true)));
        assertThat(hours(map, FAR_EAST).subList(0, 2)).containsExactly(Level.CHECKED_IN, Level.STANDING);
        assertThat(hours(map, RUSSIA).subList(0, 2)).containsExactly(Level.STANDING, Level.STANDING);
    }

    @Test
    void aStandingListCountsWhileATeamHasNoDutiesAndIsOpen() {
        OpeningHours office = new OpeningHours(
                ZoneOffset.UTC,
                EnumSet.allOf(DayOfWeek.class).stream()
                        .map(day -> new OpeningHours.Opening(day, LocalTime.parse("22:00"), LocalTime.parse("02:00")))
                        .toList(),
                Set.of(LocalDate.parse("2026-12-01")));
        CoverageMap map = map(MIDNIGHT, team(RUSSIA, office, standing()));
        assertThat(hours(map, RUSSIA).subList(0, 3)).containsExactly(Level.STANDING, Level.STANDING, Level.NONE);
        assertThat(hours(map, RUSSIA).get(22)).isEqualTo(Level.NONE);
        assertThat(hours(map, RUSSIA).get(46)).isEqualTo(Level.STANDING);
        CoverageMap withDuties = map(MIDNIGHT, team(RUSSIA, office, standing(), onDuty("05:00", "06:00", false)));
        assertThat(hours(withDuties, RUSSIA).subList(0, 6))
                .containsExactly(Level.NONE, Level.NONE, Level.NONE, Level.NONE, Level.NONE, Level.PLANNED);
    }

    @Test
    void whoDoesNotReadTheLanguageCoversNothing() {
        CoveredTeam.Member other =
                new CoveredTeam.Member(new PersonId(UUID.randomUUID()), Set.of(new LanguageTag("ru")), true, List.of());
        CoverageMap map = map(MIDNIGHT, team(RUSSIA, other));
        assertThat(map.cells().getFirst().everRead()).isFalse();
    }

    @Test
    void aGapIsToldOnceBeforeItBeginsAndIsOverWhenItIsFilled() {
        CoverageMap map = map(NOON, team(RUSSIA, onDuty("12:00", "15:00", true), onDuty("18:00", "23:00", false)));
        List<Gap> gaps = Gap.in(map, map.cells().getFirst());
        assertThat(gaps.getFirst().subject()).isEqualTo("tg/RU/2026-12-01T15:00:00Z");
        GapNotices first = GapNotices.settle(gaps, Set.of(), map.from(), NOON, Duration.ofHours(6));
        assertThat(first.raise()).extracting(Gap::subject).containsExactly("tg/RU/2026-12-01T15:00:00Z");
        Set<String> open = Set.of("tg/RU/2026-12-01T15:00:00Z");
        assertThat(GapNotices.settle(gaps, open, map.from(), NOON, Duration.ofHours(6)))
                .isEqualTo(new GapNotices(List.of(), List.of()));
        assertThat(GapNotices.settle(List.of(), open, map.from(), NOON, Duration.ofHours(6))
                        .end())
                .containsExactlyElementsOf(open);
    }

    @Test
    void aGapThatRunsIsTheOneThatWasTold() {
        Instant later = NOON.plus(Duration.ofMinutes(250));
        CoverageMap map = map(later, team(RUSSIA, onDuty("12:00", "15:00", true), onDuty("18:00", "23:00", false)));
        Set<String> open = Set.of("tg/RU/2026-12-01T15:00:00Z");
        GapNotices settled =
                GapNotices.settle(Gap.in(map, map.cells().getFirst()), open, map.from(), later, Duration.ofHours(1));
        assertThat(settled).isEqualTo(new GapNotices(List.of(), List.of()));
    }

    @Test
    void aLanguageIsReadNextWhenSomebodyComesUntilTheLastOfThemGoes() {
        NextRead next = next(NOON, team(RUSSIA, onDuty("13:00", "15:00", false), onDuty("15:00", "18:00", false)));
        assertThat(next)
                .isEqualTo(new NextRead(
                        false, Instant.parse("2026-12-01T13:00:00Z"), Instant.parse("2026-12-01T18:00:00Z")));
        assertThat(next(NOON, team(RUSSIA, onDuty("11:00", "15:00", true))))
                .isEqualTo(new NextRead(true, null, Instant.parse("2026-12-01T15:00:00Z")));
        assertThat(next(NOON, team(RUSSIA, standing()))).isEqualTo(new NextRead(true, null, null));
        assertThat(next(NOON, team(RUSSIA, onDuty("11:00", "15:00", false)))).isEqualTo(NextRead.NEVER);
    }

    private static NextRead next(Instant now, CoveredTeam team) {
        return NextRead.byLanguage(List.of(team), now, now.plus(Duration.ofDays(14)))
                .get(TAJIK);
    }

    private static CoverageMap map(Instant now, CoveredTeam... teams) {
        return CoverageMap.of(List.of(teams), now, now.plus(Duration.ofDays(2)));
    }

    private static List<Level> hours(CoverageMap map, RegionCode region) {
        return map.cells().stream()
                .filter(cell -> cell.region().equals(region))
                .findFirst()
                .orElseThrow()
                .hours();
    }

    private static CoveredTeam team(RegionCode region, CoveredTeam.Member... members) {
        return team(region, new OpeningHours(ZoneOffset.UTC, List.of(), Set.of()), members);
    }

    private static CoveredTeam team(RegionCode region, OpeningHours hours, CoveredTeam.Member... members) {
        return new CoveredTeam(new OrganisationId("north"), Set.of(TAJIK), Set.of(region), hours, List.of(members));
    }

    private static CoveredTeam.Member standing() {
        return new CoveredTeam.Member(new PersonId(UUID.randomUUID()), Set.of(TAJIK), true, List.of());
    }

    private static CoveredTeam.Member onDuty(String from, String until, boolean checkedIn) {
        Stretch stretch = new Stretch(
                Instant.parse("2026-12-01T" + from + ":00Z"), Instant.parse("2026-12-01T" + until + ":00Z"));
        return new CoveredTeam.Member(
                new PersonId(UUID.randomUUID()),
                Set.of(TAJIK),
                false,
                List.of(new CoveredTeam.Duty(stretch, checkedIn)));
    }
}
