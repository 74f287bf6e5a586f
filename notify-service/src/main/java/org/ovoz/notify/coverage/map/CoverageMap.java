package org.ovoz.notify.coverage.map;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;

/**
 * Language by region by hour.
 *
 * @param from the beginning of the first hour; of that hour only what is still to come counts
 */
public record CoverageMap(Instant from, List<Cell> cells) {

    private static final Duration HOUR = Duration.ofHours(1);

    public CoverageMap {
        cells = List.copyOf(cells);
    }

    public static CoverageMap of(List<CoveredTeam> teams, Instant now, Instant until) {
        Instant from = now.truncatedTo(ChronoUnit.HOURS);
        List<RegionCode> regions = teams.stream()
                .flatMap(team -> team.regions().stream())
                .distinct()
                .sorted(Comparator.comparing(RegionCode::value))
                .toList();
        return new CoverageMap(
                from,
                languages(teams)
                        .flatMap(language -> regions.stream().flatMap(region -> {
                            List<CoveredTeam> saying = teams.stream()
                                    .filter(team -> team.languages().contains(language) && team.takes(region))
                                    .toList();
                            return saying.isEmpty()
                                    ? Stream.empty()
                                    : Stream.of(cell(language, region, saying, now, until));
                        }))
                        .toList());
    }

    static Stream<LanguageTag> languages(List<CoveredTeam> teams) {
        return teams.stream()
                .flatMap(team -> team.languages().stream())
                .distinct()
                .sorted(Comparator.comparing(LanguageTag::value));
    }

    private static Cell cell(
            LanguageTag language, RegionCode region, List<CoveredTeam> teams, Instant now, Instant until) {
        List<Reading> readings = teams.stream()
                .flatMap(team -> team.readings(language, now, until))
                .toList();
        Instant from = now.truncatedTo(ChronoUnit.HOURS);
        int hours = (int) Duration.between(from, until).plus(HOUR).minusNanos(1).toHours();
        return new Cell(
                language,
                region,
                IntStream.range(0, hours)
                        .mapToObj(hour -> hour == 0
                                ? weakest(readings, now, from.plus(HOUR))
                                : weakest(
                                        readings,
                                        from.plus(HOUR.multipliedBy(hour)),
                                        earlier(from.plus(HOUR.multipliedBy(hour + 1L)), until)))
                        .toList(),
                readings.stream()
                        .filter(reading ->
                                reading.level().reads() && reading.stretch().holds(now))
                        .map(Reading::person)
                        .distinct()
                        .count(),
                teams.stream().map(CoveredTeam::organisation).collect(Collectors.toSet()));
    }

    /** It changes only where somebody comes or goes. */
    private static Level weakest(List<Reading> readings, Instant from, Instant until) {
        return Stream.concat(
                        Stream.of(from),
                        readings.stream()
                                .flatMap(reading -> Stream.of(
                                        reading.stretch().begins(),
                                        reading.stretch().ends()))
                                .filter(change -> change.isAfter(from) && change.isBefore(until)))
                .map(moment -> best(readings, moment))
                .min(Comparator.naturalOrder())
                .orElse(Level.NONE);
    }

    private static Level best(List<Reading> readings, Instant moment) {
        return readings.stream()
                .filter(reading -> reading.stretch().holds(moment))
                .map(Reading::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.NONE);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
