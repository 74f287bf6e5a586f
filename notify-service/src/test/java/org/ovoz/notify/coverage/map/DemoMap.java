package org.ovoz.notify.coverage.map;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.shift.roster.LayOutDuties;
import org.ovoz.notify.shift.roster.Roster;
import org.ovoz.notify.shift.roster.WeeklyPattern;

/**
 * Draws the coverage map of the demo world into {@code docs/coverage-and-routing.md}: the local stack's teams on their standing lists, and
 * two more with shifts by day and by night. {@link DemoMapTest} refuses a page that differs.
 */
final class DemoMap {

    static final Path PAGE = Path.of("..", "docs", "coverage-and-routing.md");

    private static final String BEGIN = "<!-- drawn by DemoMap -->\n";
    private static final String END = "<!-- /drawn by DemoMap -->";
    private static final Instant NOW = Instant.parse("2026-12-01T15:00:00Z");
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final OrganisationId NORTH = new OrganisationId("north");
    private static final OrganisationId STEPPE = new OrganisationId("steppe");
    private static final String TIER_1 = "ru uz-Latn uz-Cyrl kk ky tg uk en ko vi zh";
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private DemoMap() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(PAGE, drawnInto(Files.readString(PAGE)));
    }

    static String drawnInto(String page) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + draw() + page.substring(page.indexOf(END));
    }

    private static String draw() {
        CoverageMap map = CoverageMap.of(world(), NOW, NOW.plus(FORTNIGHT));
        StringBuilder text = new StringBuilder("As of " + NOW + "; hours in UTC.\n\n");
        Map<String, String> alike = new LinkedHashMap<>();
        map.cells().stream()
                .filter(Cell::everRead)
                .forEach(cell -> alike.merge(
                        lines(map, cell), cell.language() + "/" + cell.region(), (some, more) -> some + ", " + more));
        alike.forEach((lines, cells) ->
                text.append("    ").append(cells).append('\n').append(lines).append('\n'));
        text.append("Said by a team's record, and read by nobody in the fortnight: ")
                .append(map.cells().stream()
                        .filter(cell -> !cell.everRead())
                        .map(cell -> cell.language() + "/" + cell.region())
                        .collect(Collectors.joining(", ")))
                .append(".\n\nWhat intake is told:\n\n    language  now  next from             until\n");
        NextRead.byLanguage(world(), NOW, NOW.plus(FORTNIGHT))
                .forEach((language, next) -> text.append(line(language, next)));
        return text.toString();
    }

    private static String line(LanguageTag language, NextRead next) {
        return "    %-8s  %-3s  %-20s  %s\n"
                .formatted(language, next.readNow() ? "yes" : "no", shown(next.nextFrom()), shown(next.until()));
    }

    private static String shown(@Nullable Instant instant) {
        return instant == null ? "-" : instant.toString();
    }

    /** A line a day; days alike are one. */
    private static String lines(CoverageMap map, Cell cell) {
        StringBuilder text = new StringBuilder();
        String before = "";
        LocalDate first = LocalDate.ofInstant(map.from(), ZoneOffset.UTC);
        for (LocalDate day = first; day.isBefore(first.plusDays(FORTNIGHT.toDays() + 1)); day = day.plusDays(1)) {
            String hours = day(map, cell, day);
            if (!hours.equals(before)) {
                text.append("      ")
                        .append(day)
                        .append("  ")
                        .append(hours.stripTrailing())
                        .append('\n');
            }
            before = hours;
        }
        return text.toString();
    }

    private static String day(CoverageMap map, Cell cell, LocalDate day) {
        StringBuilder hours = new StringBuilder();
        for (int hour = 0; hour < 24; hour++) {
            long index = Duration.between(map.from(), day.atTime(hour, 0).toInstant(ZoneOffset.UTC))
                    .toHours();
            boolean known = index >= 0 && index < cell.hours().size();
            hours.append(known ? sign(cell.hours().get((int) index)) : ' ');
        }
        return hours.toString();
    }

    private static char sign(Level level) {
        return switch (level) {
            case NONE -> '.';
            case PLANNED -> 'p';
            case STANDING -> 's';
            case CHECKED_IN -> 'C';
        };
    }

    private static List<CoveredTeam> world() {
        CoveredTeam.Member aziza = standing("aziza", "uz-Latn uz-Cyrl ru");
        return List.of(
                team(NORTH, "uz-Latn uz-Cyrl tg ru", "RU ZZ", aziza, standing("vera", "ru tg")),
                team(STEPPE, "kk ky ru", "KZ ZZ", standing("bolot", "ky kk ru")),
                team(NORTH, TIER_1, "ZZ", aziza),
                team(
                        NORTH,
                        "ko ru",
                        "RU-PRI",
                        onDuty("mina", "ko ru", DAILY, "08:00", "20:00", "Asia/Vladivostok", false),
                        onDuty("joon", "ko", WEEKDAYS, "20:00", "08:00", "Asia/Vladivostok", false)),
                team(STEPPE, "vi", "KZ", onDuty("linh", "vi", DAILY, "20:00", "08:00", "Asia/Almaty", true)));
    }

    private static CoveredTeam team(
            OrganisationId organisation, String languages, String regions, CoveredTeam.Member... members) {
        return new CoveredTeam(
                organisation,
                languages(languages),
                Stream.of(regions.split(" ")).map(RegionCode::new).collect(Collectors.toSet()),
                new OpeningHours(ZoneOffset.UTC, List.of(), Set.of()),
                List.of(members));
    }

    private static CoveredTeam.Member standing(String handle, String languages) {
        return new CoveredTeam.Member(person(handle), languages(languages), true, List.of());
    }

    /** @param checkedIn for a duty that runs */
    private static CoveredTeam.Member onDuty(
            String handle,
            String languages,
            Set<DayOfWeek> days,
            String begins,
            String ends,
            String zone,
            boolean checkedIn) {
        WeeklyPattern week = new WeeklyPattern(
                days,
                LocalTime.parse(begins),
                LocalTime.parse(ends),
                ZoneId.of(zone),
                LocalDate.parse("2026-11-01"),
                null);
        Roster roster = new Roster(List.of(week), Set.of(), List.of(), List.of());
        return new CoveredTeam.Member(
                person(handle),
                languages(languages),
                false,
                LayOutDuties.layOut(roster, NOW, NOW.plus(FORTNIGHT)).stream()
                        .map(duty -> new CoveredTeam.Duty(duty, checkedIn && duty.holds(NOW)))
                        .toList());
    }

    private static PersonId person(String handle) {
        return new PersonId(UUID.nameUUIDFromBytes(handle.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<LanguageTag> languages(String tags) {
        return Stream.of(tags.split(" ")).map(LanguageTag::new).collect(Collectors.toSet());
    }
}
