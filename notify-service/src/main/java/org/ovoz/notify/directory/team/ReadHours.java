package org.ovoz.notify.directory.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.hours.Opening;

/** When a team works, as it was said last. */
@ApplicationScoped
class ReadHours {

    private static final String CALENDAR = """
            SELECT c.zone, coalesce(c.holidays, '{}') AS holidays FROM team t LEFT JOIN team_calendar c ON c.team = t.id
            WHERE t.id = $1""";
    private static final String OPENINGS =
            "SELECT day_of_week, opens, closes FROM team_opening WHERE team = $1 ORDER BY day_of_week, opens";

    private final Pool pool;

    ReadHours(Pool pool) {
        this.pool = pool;
    }

    /** Empty when there is no such team. */
    Uni<Optional<Kept>> of(TeamId team) {
        Tuple which = Tuple.of(team.value());
        return pool.preparedQuery(CALENDAR)
                .execute(which)
                .chain(calendars -> calendars.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : pool.preparedQuery(OPENINGS).execute(which).map(rows -> {
                            Row calendar = calendars.iterator().next();
                            List<Opening> weekly = StreamSupport.stream(rows.spliterator(), false)
                                    .map(row -> new Opening(
                                            row.getInteger("day_of_week"),
                                            row.getLocalTime("opens"),
                                            row.getLocalTime("closes")))
                                    .toList();
                            return Optional.of(new Kept(
                                    calendar.getString("zone"),
                                    weekly,
                                    List.of(calendar.getArrayOfLocalDates("holidays"))));
                        }));
    }

    /**
     * @param zone none: nobody said so far, so it is always open
     * @param weekly none: always
     */
    public record Kept(@Nullable String zone, List<Opening> weekly, List<LocalDate> holidays) {}
}
