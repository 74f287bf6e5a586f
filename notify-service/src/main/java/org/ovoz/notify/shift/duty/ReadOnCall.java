package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.time.SqlTime;

/**
 * Who is on call, as dispatch has it: on duty, or on the standing list of a team that has no duties. Who is stopped is not there, nor are
 * their duties.
 */
@ApplicationScoped
public class ReadOnCall {

    private static final String THERE = """
            SELECT t.id AS team, p.handle, d.id IS NOT NULL AS on_duty, d.checked_in_at IS NOT NULL AS checked_in,
                d.opened_at IS NOT NULL AS opened, d.ends_at
            FROM team t JOIN person p ON t.id = ANY (p.teams) AND p.organisation = t.organisation AND p.state = 'active'
            JOIN organisation o ON o.id = t.organisation AND NOT o.suspended
            LEFT JOIN duty d ON d.person = p.id AND d.team = t.id AND d.cancelled_at IS NULL
                AND d.starts_at <= $2 AND d.ends_at > $2
            WHERE t.id = ANY ($1) AND NOT t.suspended AND (d.id IS NOT NULL OR (p.on_call AND NOT EXISTS (
                SELECT 1 FROM duty any_duty JOIN person q ON q.id = any_duty.person AND q.state = 'active'
                    AND q.organisation = t.organisation
                WHERE any_duty.team = t.id AND any_duty.cancelled_at IS NULL AND any_duty.ends_at > $3)))
            ORDER BY t.id, d.ends_at, p.handle""";
    private static final String NEXT = """
            WITH coming AS (
                SELECT d.team, p.handle, d.starts_at, d.ends_at,
                    rank() OVER (PARTITION BY d.team ORDER BY d.starts_at) AS place
                FROM duty d JOIN team t ON t.id = d.team AND NOT t.suspended
                JOIN person p ON p.id = d.person AND p.state = 'active' AND p.organisation = t.organisation
                JOIN organisation o ON o.id = p.organisation AND NOT o.suspended
                WHERE d.team = ANY ($1) AND d.cancelled_at IS NULL AND d.starts_at > $2)
            SELECT team, handle, starts_at, ends_at FROM coming WHERE place = 1 ORDER BY team, handle""";

    private final Pool pool;
    private final Clock clock;

    ReadOnCall(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @return one per team, in their order; a team that is not known or is suspended has nobody */
    public Uni<List<OnCall>> read(List<TeamId> teams, Instant at) {
        String[] ids = teams.stream().map(TeamId::value).toArray(String[]::new);
        return pool.preparedQuery(THERE)
                .execute(Tuple.of(ids, SqlTime.of(at), SqlTime.of(clock.instant())))
                .chain(there -> pool.preparedQuery(NEXT)
                        .execute(Tuple.of(ids, SqlTime.of(at)))
                        .map(next -> teams.stream()
                                .map(team -> new OnCall(
                                        team, of(team, there, ReadOnCall::toThere), of(team, next, ReadOnCall::toNext)))
                                .toList()));
    }

    private static <T> List<T> of(TeamId team, RowSet<Row> rows, Function<Row, T> read) {
        List<T> found = new ArrayList<>();
        rows.forEach(row -> {
            if (team.value().equals(row.getString("team"))) {
                found.add(read.apply(row));
            }
        });
        return found;
    }

    private static OnCall.There toThere(Row row) {
        return new OnCall.There(
                row.getString("handle"),
                OnCall.How.of(row.getBoolean("on_duty"), row.getBoolean("checked_in")),
                row.getBoolean("opened"),
                SqlTime.instantOrNull(row, "ends_at"));
    }

    private static OnCall.Next toNext(Row row) {
        return new OnCall.Next(
                row.getString("handle"), SqlTime.instant(row, "starts_at"), SqlTime.instant(row, "ends_at"));
    }
}
