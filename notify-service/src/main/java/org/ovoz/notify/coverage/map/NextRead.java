package org.ovoz.notify.coverage.map;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;

/**
 * When somebody reads a language, in whatever region.
 *
 * @param nextFrom null when somebody does now, or when nobody is planned
 * @param until how long it goes on without a break; null when that is further than anybody looks
 */
public record NextRead(
        boolean readNow,
        @Nullable Instant nextFrom,
        @Nullable Instant until) {

    public static final NextRead NEVER = new NextRead(false, null, null);

    /** Of every language that a team says it reads. */
    public static SortedMap<LanguageTag, NextRead> byLanguage(List<CoveredTeam> teams, Instant now, Instant until) {
        SortedMap<LanguageTag, NextRead> all = new TreeMap<>(Comparator.comparing(LanguageTag::value));
        CoverageMap.languages(teams)
                .forEach(language -> all.put(
                        language,
                        of(
                                teams.stream()
                                        .filter(team -> team.languages().contains(language))
                                        .flatMap(team -> team.readings(language, now, until))
                                        .toList(),
                                now,
                                until)));
        return all;
    }

    private static NextRead of(List<Reading> readings, Instant now, Instant horizon) {
        boolean readNow = readings.stream()
                .anyMatch(
                        reading -> reading.level().reads() && reading.stretch().holds(now));
        if (readNow) {
            return new NextRead(true, null, until(readings, now, horizon));
        }
        Optional<Instant> next = readings.stream()
                .map(reading -> reading.stretch().begins())
                .filter(begins -> begins.isAfter(now) && begins.isBefore(horizon))
                .min(Comparator.naturalOrder());
        return next.map(from -> new NextRead(false, from, until(readings, from, horizon)))
                .orElse(NEVER);
    }

    private static @Nullable Instant until(List<Reading> readings, Instant from, Instant horizon) {
        Instant reached = from;
        while (reached.isBefore(horizon)) {
            Instant since = reached;
            Optional<Instant> further = readings.stream()
                    .filter(reading -> reading.stretch().holds(since))
                    .map(reading -> reading.stretch().ends())
                    .max(Comparator.naturalOrder());
            if (further.isEmpty()) {
                return reached;
            }
            reached = further.get();
        }
        return null;
    }
}
