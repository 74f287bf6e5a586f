package org.ovoz.notify.coverage.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.shift.roster.Stretch;

/** The map against somebody who asks, minute by minute, who is there. jqwik prints the tries, and which levels they reached. */
class CoverageMapPropertiesTest {

    private static final int TRIES = 300;
    private static final Instant BEGIN = Instant.parse("2026-12-01T00:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final List<LanguageTag> LANGUAGES = List.of(new LanguageTag("tg"), new LanguageTag("uz-Latn"));
    private static final List<RegionCode> REGIONS =
            Stream.of("RU", "RU-PRI", "KZ", "ZZ").map(RegionCode::new).toList();
    private static final int HOURS = 36;

    @Provide
    Arbitrary<List<CoveredTeam>> teams() {
        Arbitrary<Set<LanguageTag>> languages = Arbitraries.of(LANGUAGES).set().ofMinSize(1);
        Arbitrary<Set<RegionCode>> regions = Arbitraries.of(REGIONS).set().ofMinSize(1);
        Arbitrary<CoveredTeam.Duty> duties = Combinators.combine(
                        Arbitraries.integers().between(-8, 140),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(true, false))
                .as((begins, lasts, in) -> new CoveredTeam.Duty(
                        new Stretch(
                                BEGIN.plus(Duration.ofMinutes(15L * begins)),
                                BEGIN.plus(Duration.ofMinutes(15L * (begins + lasts)))),
                        in));
        Arbitrary<CoveredTeam.Member> members = Combinators.combine(
                        languages, Arbitraries.of(true, false), duties.list().ofMaxSize(2))
                .as((reads, standing, onDuty) ->
                        new CoveredTeam.Member(new PersonId(UUID.randomUUID()), reads, standing, onDuty));
        Arbitrary<OpeningHours.Opening> openings = Combinators.combine(
                        Arbitraries.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.MONDAY),
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(0, 95))
                .as((day, opens, closes) -> new OpeningHours.Opening(day, time(opens), time(closes)));
        Arbitrary<OpeningHours> hours = Combinators.combine(
                        openings.list().ofMaxSize(2),
                        Arbitraries.of(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-02"))
                                .set()
                                .ofMaxSize(1))
                .as((open, holidays) -> new OpeningHours(ZONE, open, holidays));
        return Combinators.combine(languages, regions, hours, members.list().ofMaxSize(3))
                .as((reads, takes, open, all) -> new CoveredTeam(new OrganisationId("north"), reads, takes, open, all))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Property(tries = TRIES)
    void anHourIsCoveredIfAndOnlyIfSomebodyIsThereEveryMinute(
            @ForAll("teams") List<CoveredTeam> teams, @ForAll @IntRange(max = 59) int past) {
        Instant now = BEGIN.plus(Duration.ofMinutes(past));
        CoverageMap map = CoverageMap.of(teams, now, BEGIN.plus(Duration.ofHours(HOURS)));
        for (Cell cell : map.cells()) {
            assertThat(cell.hours())
                    .isEqualTo(IntStream.range(0, HOURS)
                            .mapToObj(hour -> IntStream.range(hour == 0 ? past : 0, 60)
                                    .mapToObj(minute ->
                                            there(teams, cell, BEGIN.plus(Duration.ofMinutes(60L * hour + minute))))
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow())
                            .toList());
            cell.hours().stream()
                    .distinct()
                    .forEach(level -> Statistics.label("level").collect(level));
        }
        Statistics.label("level")
                .coverage(checker -> Stream.of(Level.values())
                        .forEach(level -> checker.check(level).count(count -> count > 0)));
    }

    /** As one would say it, without stretches. */
    private static Level there(List<CoveredTeam> teams, Cell cell, Instant minute) {
        Level best = Level.NONE;
        for (CoveredTeam team : teams) {
            boolean takes = team.regions().stream()
                    .anyMatch(region -> cell.region().equals(region)
                            || cell.region().value().startsWith(region.value() + "-"));
            boolean hasDuties =
                    team.members().stream().anyMatch(member -> !member.duties().isEmpty());
            for (CoveredTeam.Member member : team.members()) {
                if (!takes
                        || !team.languages().contains(cell.language())
                        || !member.languages().contains(cell.language())) {
                    continue;
                }
                for (CoveredTeam.Duty duty : member.duties()) {
                    if (!minute.isBefore(duty.stretch().begins())
                            && minute.isBefore(duty.stretch().ends())) {
                        best = max(best, duty.checkedIn() ? Level.CHECKED_IN : Level.PLANNED);
                    }
                }
                if (!hasDuties && member.standing() && isOpen(team.hours(), minute)) {
                    best = max(best, Level.STANDING);
                }
            }
        }
        return best;
    }

    private static boolean isOpen(OpeningHours hours, Instant minute) {
        LocalDateTime shown = LocalDateTime.ofInstant(minute, ZONE).truncatedTo(ChronoUnit.MINUTES);
        LocalTime time = shown.toLocalTime();
        LocalDate today = shown.toLocalDate();
        return hours.openings().isEmpty()
                || hours.openings().stream().anyMatch(open -> {
                    boolean overnight = !open.closes().isAfter(open.opens());
                    boolean since = begins(hours, open, today) && !time.isBefore(open.opens());
                    return overnight
                            ? since || (begins(hours, open, today.minusDays(1)) && time.isBefore(open.closes()))
                            : since && time.isBefore(open.closes());
                });
    }

    private static boolean begins(OpeningHours hours, OpeningHours.Opening open, LocalDate date) {
        return date.getDayOfWeek() == open.day() && !hours.holidays().contains(date);
    }

    private static Level max(Level one, Level other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static LocalTime time(int quarter) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
    }
}
