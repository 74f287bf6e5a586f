package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.dispatch.ladder.Rung;
import org.ovoz.notify.time.SqlTime;

/** The ladders, by row. */
@ApplicationScoped
class Ladders {

    private static final String START = """
            INSERT INTO ladder (id, report_id, started_at, round, rung, due_at, paused)
            VALUES ($1, $2, $3, 1, 0, $3, false)
            ON CONFLICT (report_id) WHERE ended_at IS NULL DO NOTHING RETURNING id""";
    private static final String STEP = """
            INSERT INTO ladder_step (ladder, round, rung, name, at, alerts) VALUES ($1, $2, $3, $4, $5, $6)""";
    private static final String CLIMB = "UPDATE ladder SET rung = $2, due_at = $3, paused = false WHERE id = $1";
    private static final String WAIT = "UPDATE ladder SET due_at = $2, paused = true WHERE id = $1";
    private static final String NEW_ROUND =
            "UPDATE ladder SET round = round + 1, rung = 0, due_at = $2, paused = false WHERE id = $1";
    private static final String END = """
            UPDATE ladder l SET ended_at = $2, ended = CASE WHEN c.closed_at IS NULL THEN 'read' ELSE 'closed' END
            FROM report_case c
            WHERE l.report_id = $1 AND l.ended_at IS NULL AND c.id = l.report_id
                AND (c.read_by IS NULL OR c.closed_at IS NOT NULL)""";

    /** Empty when one climbs for this report already. */
    Uni<Optional<UUID>> start(SqlClient transaction, UUID ladder, ReportId report, Instant now) {
        return transaction
                .preparedQuery(START)
                .execute(Tuple.of(ladder, report.value(), SqlTime.of(now)))
                .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(ladder));
    }

    Uni<Void> climb(SqlClient transaction, Climbing climbing, Rung rung, int alerts, Instant now, Instant next) {
        return step(transaction, climbing, rung, alerts, now)
                .chain(() -> transaction
                        .preparedQuery(CLIMB)
                        .execute(Tuple.of(climbing.ladder(), rung.number(), SqlTime.of(next))))
                .replaceWithVoid();
    }

    Uni<Void> passOver(SqlClient transaction, Climbing climbing, List<Rung> rungs, Instant now) {
        return Multi.createFrom()
                .iterable(rungs)
                .onItem()
                .transformToUniAndConcatenate(rung -> step(transaction, climbing, rung, 0, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> wait(SqlClient transaction, UUID ladder, Instant until) {
        return transaction
                .preparedQuery(WAIT)
                .execute(Tuple.of(ladder, SqlTime.of(until)))
                .replaceWithVoid();
    }

    Uni<Void> newRound(SqlClient transaction, UUID ladder, Instant next) {
        return transaction
                .preparedQuery(NEW_ROUND)
                .execute(Tuple.of(ladder, SqlTime.of(next)))
                .replaceWithVoid();
    }

    /** Only if all that the reporter wrote was read, or the case is closed. */
    Uni<Void> end(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .replaceWithVoid();
    }

    private static Uni<Void> step(SqlClient transaction, Climbing climbing, Rung rung, int alerts, Instant now) {
        return transaction
                .preparedQuery(STEP)
                .execute(Tuple.of(
                        climbing.ladder(),
                        climbing.position().round(),
                        rung.number(),
                        rung.name(),
                        SqlTime.of(now),
                        alerts))
                .replaceWithVoid();
    }
}
