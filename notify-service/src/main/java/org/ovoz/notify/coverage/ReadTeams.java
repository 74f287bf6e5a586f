package org.ovoz.notify.coverage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.coverage.map.CoveredTeam;
import org.ovoz.notify.coverage.map.OpeningHours;
import org.ovoz.notify.shift.roster.Stretch;
import org.ovoz.notify.time.SqlTime;

/** The teams that read at once, with their hours and people. Escalation teams step in later and cover nothing. */
@ApplicationScoped
class ReadTeams {

    private static final String TEAMS = """
            SELECT t.id, t.organisation, t.languages, t.regions, c.zone, c.holidays
            FROM team t LEFT JOIN team_calendar c ON c.team = t.id WHERE NOT t.suspended AND NOT t.escalation ORDER BY t.id""";
    private static final String OPENINGS = "SELECT team, day_of_week, opens, closes FROM team_opening";
    private static final String MEMBERS = """
            SELECT t.id AS team, p.id, p.languages, p.on_call,
                array_agg(d.starts_at ORDER BY d.starts_at, d.id) FILTER (WHERE d.id IS NOT NULL) AS starts,
                array_agg(d.ends_at ORDER BY d.starts_at, d.id) FILTER (WHERE d.id IS NOT NULL) AS ends,
                array_agg(d.checked_in_at IS NOT NULL ORDER BY d.starts_at, d.id) FILTER (WHERE d.id IS NOT NULL) AS checked_in
            FROM team t JOIN person p ON t.id = ANY (p.teams) AND p.organisation = t.organisation AND p.state = 'active'
            LEFT JOIN duty d ON d.person = p.id AND d.team = t.id AND d.cancelled_at IS NULL AND d.ends_at > $1
            WHERE NOT t.suspended AND NOT t.escalation
            GROUP BY t.id, p.id""";

    Uni<List<CoveredTeam>> read(SqlClient client, Instant now) {
        Map<String, List<OpeningHours.Opening>> openings = new HashMap<>();
        Map<String, List<CoveredTeam.Member>> members = new HashMap<>();
        return client.query(OPENINGS)
                .execute()
                .invoke(rows ->
                        rows.forEach(row -> of(openings, row.getString("team")).add(toOpening(row))))
                .chain(() -> client.preparedQuery(MEMBERS).execute(Tuple.of(SqlTime.of(now))))
                .invoke(rows ->
                        rows.forEach(row -> of(members, row.getString("team")).add(toMember(row))))
                .chain(() -> client.query(TEAMS).execute())
                .map(rows -> {
                    List<CoveredTeam> teams = new ArrayList<>(rows.size());
                    rows.forEach(row -> teams.add(
                            toTeam(row, of(openings, row.getString("id")), of(members, row.getString("id")))));
                    return teams;
                });
    }

    private static <T> List<T> of(Map<String, List<T>> all, String team) {
        return all.computeIfAbsent(team, first -> new ArrayList<>());
    }

    private static CoveredTeam toTeam(Row row, List<OpeningHours.Opening> openings, List<CoveredTeam.Member> members) {
        String zone = row.getString("zone");
        LocalDate[] holidays = row.getArrayOfLocalDates("holidays");
        return new CoveredTeam(
                new OrganisationId(row.getString("organisation")),
                languages(row),
                Stream.of(row.getArrayOfStrings("regions")).map(RegionCode::new).collect(Collectors.toSet()),
                new OpeningHours(
                        zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                        openings,
                        holidays == null ? Set.of() : Set.copyOf(List.of(holidays))),
                members);
    }

    private static OpeningHours.Opening toOpening(Row row) {
        return new OpeningHours.Opening(
                DayOfWeek.of(row.getShort("day_of_week")), row.getLocalTime("opens"), row.getLocalTime("closes"));
    }

    private static CoveredTeam.Member toMember(Row row) {
        return new CoveredTeam.Member(
                new PersonId(row.getUUID("id")),
                languages(row),
                row.getBoolean("on_call"),
                duties(
                        row.getArrayOfOffsetDateTimes("starts"),
                        row.getArrayOfOffsetDateTimes("ends"),
                        row.getArrayOfBooleans("checked_in")));
    }

    private static Set<LanguageTag> languages(Row row) {
        return Stream.of(row.getArrayOfStrings("languages"))
                .map(LanguageTag::new)
                .collect(Collectors.toSet());
    }

    private static List<CoveredTeam.Duty> duties(
            OffsetDateTime @Nullable [] starts, OffsetDateTime @Nullable [] ends, Boolean @Nullable [] checkedIn) {
        List<CoveredTeam.Duty> duties = new ArrayList<>();
        if (starts != null && ends != null && checkedIn != null) {
            for (int i = 0; i < starts.length; i++) {
                duties.add(new CoveredTeam.Duty(new Stretch(starts[i].toInstant(), ends[i].toInstant()), checkedIn[i]));
            }
        }
        return duties;
    }
}
