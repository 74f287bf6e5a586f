package org.ovoz.notify.interpreting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** What was asked: as the case's people see it, and as those who are asked do. */
@ApplicationScoped
class InterpreterRequests {

    private static final String OF_CASE = """
            SELECT r.*, asker.handle AS asker, taker.handle AS taker,
                (SELECT count(*) FROM interpreter_asked a WHERE a.request = r.id) AS asked,
                (SELECT count(*) FROM interpreter_asked a WHERE a.request = r.id AND a.declined_at IS NOT NULL) AS declined
            FROM interpreter_request r JOIN person asker ON asker.id = r.asked_by LEFT JOIN person taker ON taker.id = r.taken_by
            WHERE r.report_id = $1 ORDER BY r.asked_at DESC, r.id LIMIT 20""";
    /** Nothing of the report: not even its id. */
    private static final String OF_ME = """
            SELECT r.id, r.language, r.wanted_at, r.answer_by, r.taken_by IS NOT NULL AS mine, asker.handle AS asker
            FROM interpreter_request r JOIN interpreter_asked a ON a.request = r.id AND a.person = $1
            JOIN person asker ON asker.id = r.asked_by
            WHERE (r.ended_at IS NULL AND r.answer_by > $2 AND a.declined_at IS NULL) OR (r.taken_by = $1 AND r.wanted_at > $3)
            ORDER BY r.wanted_at, r.id LIMIT 50""";

    private final Pool pool;
    private final AnswerTimes times;
    private final Clock clock;

    InterpreterRequests(Pool pool, AnswerTimes times, Clock clock) {
        this.pool = pool;
        this.times = times;
        this.clock = clock;
    }

    Uni<List<Asked>> of(ReportId report) {
        return pool.preparedQuery(OF_CASE)
                .execute(Tuple.of(report.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(InterpreterRequests::asked)
                        .toList());
    }

    Uni<List<Wanted>> of(Caller me) {
        Instant now = clock.instant();
        return pool.preparedQuery(OF_ME)
                .execute(Tuple.of(me.id().value(), SqlTime.of(now), SqlTime.of(now.minus(times.shownAfter()))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(InterpreterRequests::wanted)
                        .toList());
    }

    private static Asked asked(Row row) {
        String ended = row.getString("ended");
        return new Asked(
                row.getUUID("id"),
                row.getString("language"),
                row.getString("asker"),
                SqlTime.instant(row, "asked_at"),
                SqlTime.instant(row, "wanted_at"),
                SqlTime.instant(row, "answer_by"),
                ended == null ? "open" : ended,
                row.getString("taker"),
                row.getLong("asked"),
                row.getLong("declined"));
    }

    private static Wanted wanted(Row row) {
        return new Wanted(
                row.getUUID("id"),
                row.getString("language"),
                row.getString("asker"),
                SqlTime.instant(row, "wanted_at"),
                SqlTime.instant(row, "answer_by"),
                row.getBoolean("mine"));
    }

    /**
     * A request as the people of its case see it.
     *
     * @param state open, accepted, withdrawn or expired
     * @param takenBy who said yes
     * @param asked how many could be asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            UUID id,
            String language,
            String askedBy,
            Instant askedAt,
            Instant wantedAt,
            Instant answerBy,
            String state,
            @Nullable String takenBy,
            long asked,
            long declined) {}

    /**
     * A request as an interpreter sees it.
     *
     * @param accepted I said yes
     */
    public record Wanted(
            UUID id, String language, String askedBy, Instant wantedAt, Instant answerBy, boolean accepted) {}
}
