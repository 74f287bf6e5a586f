package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.Muted;
import org.ovoz.notify.dispatch.ladder.Rung;
import org.ovoz.notify.time.SqlTime;

/** The ladders, by row. */
@ApplicationScoped
class Ladders {

    private static final String URGENT = "(c.danger OR c.first_opened_at IS NULL)";
    private static final String NEW = """
            INSERT INTO ladder (id, report_id, started_at, moved_at, round, rung, urgent, due_at, paused)
            SELECT %s, c.id, $1, $1, 1, 0, """ + URGENT + """
            , $1, false FROM report_case c
            WHERE %s ON CONFLICT (report_id) WHERE ended_at IS NULL DO NOTHING""";
    private static final String START = NEW.formatted("$2", "c.id = $3 AND NOT " + Muted.at("$1"));
    private static final String START_MISSING = NEW.formatted("gen_random_uuid()", """
            c.closed_at IS NULL AND c.read_by IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM ladder l WHERE l.report_id = c.id AND l.ended_at IS NULL) AND NOT """ + " " + Muted.at("$1"));
    private static final String STEP = """
            INSERT INTO ladder_step (ladder, round, rung, name, at, alerts) VALUES ($1, $2, $3, $4, $5, $6)""";
    private static final String CLIMB =
            "UPDATE ladder SET rung = $2, due_at = $3, moved_at = $4, paused = false WHERE id = $1";
    private static final String WAIT = "UPDATE ladder SET due_at = $2, moved_at = $3, paused = true WHERE id = $1";
    private static final String NEW_ROUND = """
            UPDATE ladder l SET round = round + 1, rung = 0, due_at = $2, moved_at = $3, paused = false, urgent = """ + " " + URGENT + """
             FROM report_case c WHERE l.id = $1 AND c.id = l.report_id""";
    private static final String WAKE = """
            UPDATE ladder SET due_at = $2, moved_at = $2
            WHERE report_id = $1 AND ended_at IS NULL AND NOT paused AND rung = 0 AND due_at > $2 RETURNING id""";
    private static final String PASS_ON = """
            UPDATE ladder SET due_at = $2, moved_at = $2, paused = false WHERE report_id = $1 AND ended_at IS NULL""";
    private static final String RESUME_STOPPED = """
            UPDATE ladder l SET due_at = $1, moved_at = $1, paused = false
            WHERE l.ended_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM case_team a LEFT JOIN team t ON t.id = a.team
                WHERE a.report_id = l.report_id AND a.addressed_as <> 'escalation' AND t.suspended IS NOT TRUE)""";
    private static final String MUTE =
            "UPDATE ladder SET ended_at = $2, ended = 'muted' WHERE report_id = $1 AND ended_at IS NULL";
    private static final String GO_ON_WITHOUT = """
            UPDATE ladder l SET due_at = $3, moved_at = $3, paused = false
            WHERE l.report_id = $1 AND l.ended_at IS NULL AND l.paused AND EXISTS (
                SELECT 1 FROM acknowledgement k WHERE k.ladder = l.id AND k.round = l.round AND k.person = $2)""";
    private static final String END = """
            UPDATE ladder l SET ended_at = $2, ended = CASE WHEN c.closed_at IS NULL THEN 'read' ELSE 'closed' END
            FROM report_case c
            WHERE l.report_id = $1 AND l.ended_at IS NULL AND c.id = l.report_id
                AND (c.read_by IS NULL OR c.closed_at IS NOT NULL)""";

    /** Empty when one climbs for this report already. */
    Uni<Optional<UUID>> start(SqlClient transaction, UUID ladder, ReportId report, Instant now) {
        return transaction
                .preparedQuery(START)
                .execute(Tuple.of(SqlTime.of(now), ladder, report.value()))
                .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(ladder));
    }

    Uni<Void> climb(SqlClient transaction, Climbing climbing, Rung rung, int alerts, Instant now, Instant next) {
        return step(transaction, climbing, rung, alerts, now)
                .chain(() -> transaction
                        .preparedQuery(CLIMB)
                        .execute(Tuple.of(climbing.ladder(), rung.number(), SqlTime.of(next), SqlTime.of(now))))
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

    Uni<Void> wait(SqlClient transaction, UUID ladder, Instant now, Instant until) {
        return transaction
                .preparedQuery(WAIT)
                .execute(Tuple.of(ladder, SqlTime.of(until), SqlTime.of(now)))
                .replaceWithVoid();
    }

    Uni<Void> newRound(SqlClient transaction, UUID ladder, Instant now, Instant next) {
        return transaction
                .preparedQuery(NEW_ROUND)
                .execute(Tuple.of(ladder, SqlTime.of(next), SqlTime.of(now)))
                .replaceWithVoid();
    }

    /** What waits to be read has a ladder, whatever made it wait. */
    Uni<Integer> startMissing(SqlClient pool, Instant now) {
        return pool.preparedQuery(START_MISSING)
                .execute(Tuple.of(SqlTime.of(now)))
                .map(RowSet::rowCount);
    }

    /** One that rests between two rounds goes on now. */
    Uni<Optional<UUID>> wake(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(WAKE)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getUUID("id")));
    }

    /** One goes on now, paused or not. */
    Uni<Void> passOn(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(PASS_ON)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .replaceWithVoid();
    }

    /** Those of reports whose teams are all stopped go on now, paused or not. */
    Uni<Void> resumeStopped(SqlClient transaction, Instant now) {
        return transaction
                .preparedQuery(RESUME_STOPPED)
                .execute(Tuple.of(SqlTime.of(now)))
                .replaceWithVoid();
    }

    /** Whatever waits: nobody is to be told of this report for a while. @return whether one climbed */
    Uni<Boolean> mute(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(MUTE)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .map(rows -> rows.rowCount() > 0);
    }

    /** One that this person holds up goes on now. */
    Uni<Void> goOnWithout(SqlClient transaction, ReportId report, PersonId person, Instant now) {
        return transaction
                .preparedQuery(GO_ON_WITHOUT)
                .execute(Tuple.of(report.value(), person.value(), SqlTime.of(now)))
                .replaceWithVoid();
    }

    /** Only if all that the reporter wrote was read, or the case is closed. @return whether it ended now */
    Uni<Boolean> end(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .map(rows -> rows.rowCount() > 0);
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
