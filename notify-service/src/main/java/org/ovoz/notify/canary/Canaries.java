package org.ovoz.notify.canary;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.notify.time.SqlTime;

/** The canaries, by row. */
@ApplicationScoped
class Canaries {

    private static final String PLAN = """
            INSERT INTO canary (id, line, language, state, planned_at)
            SELECT gen_random_uuid(), l.line, g.language, 'due', $3
            FROM unnest($1::text[]) AS l (line) CROSS JOIN unnest($2::text[]) AS g (language)
            WHERE NOT EXISTS (SELECT 1 FROM canary c WHERE c.line = l.line AND c.language = g.language AND c.planned_at > $4)
            ON CONFLICT (line, language) WHERE state = 'due' DO NOTHING""";
    private static final String TAKE = """
            UPDATE canary SET state = 'sent', sent_at = $1
            WHERE id = (SELECT id FROM canary WHERE state = 'due' ORDER BY planned_at, line, language LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, line, language""";
    private static final String NOT_SENT =
            "UPDATE canary SET state = 'missing', reason = $2 WHERE id = $1 AND state = 'sent' RETURNING id, line, language";
    private static final String ARRIVED = """
            UPDATE canary SET state = 'arrived', reason = NULL, arrived_at = $2, understood = $3, rule = $4, report_id = $5
            WHERE id = $1 AND arrived_at IS NULL RETURNING id, line, language""";
    private static final String FOREIGN = """
            INSERT INTO canary (id, line, language, state, planned_at, sent_at, arrived_at, understood, rule, report_id)
            VALUES ($1, 'unknown', $3, 'arrived', $2, $2, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING""";
    private static final String MISSING = """
            UPDATE canary SET state = 'missing', reason = 'not-arrived' WHERE state = 'sent' AND sent_at <= $1
            RETURNING id, line, language""";
    private static final String REMOVED = "UPDATE canary SET removed_at = $2 WHERE report_id = $1";

    /** Those of which none was planned after {@code since}; @return how many */
    Uni<Integer> plan(SqlClient transaction, List<String> lines, List<String> languages, Instant now, Instant since) {
        return transaction
                .preparedQuery(PLAN)
                .execute(Tuple.of(
                        lines.toArray(String[]::new),
                        languages.toArray(String[]::new),
                        SqlTime.of(now),
                        SqlTime.of(since)))
                .map(RowSet::rowCount);
    }

    /** One that is due counts as sent from now on, committed before it is: none goes out twice. */
    Uni<Optional<Canary>> take(SqlClient transaction, Instant now) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(SqlTime.of(now)))
                .map(rows -> canaries(rows).stream().findFirst());
    }

    Uni<Optional<Canary>> notSent(SqlClient transaction, UUID id, @Nullable String reason) {
        return transaction
                .preparedQuery(NOT_SENT)
                .execute(Tuple.of(id, reason))
                .map(rows -> canaries(rows).stream().findFirst());
    }

    /** Empty for one that is not known here, or had come before. */
    Uni<Optional<Canary>> arrived(SqlClient transaction, CanaryReceived canary, Instant at) {
        return transaction
                .preparedQuery(ARRIVED)
                .execute(arrival(canary, at))
                .map(rows -> canaries(rows).stream().findFirst());
    }

    /** One of another desk, or of this one before it lost its database: kept, so that its removal is known for what it is. */
    Uni<Void> keepForeign(SqlClient transaction, CanaryReceived canary, Instant at) {
        return transaction.preparedQuery(FOREIGN).execute(arrival(canary, at)).replaceWithVoid();
    }

    Uni<List<Canary>> missing(SqlClient transaction, Instant sentBefore) {
        return transaction
                .preparedQuery(MISSING)
                .execute(Tuple.of(SqlTime.of(sentBefore)))
                .map(Canaries::canaries);
    }

    /** False for a report that is no canary. */
    Uni<Boolean> removed(SqlClient transaction, UUID report, Instant at) {
        return transaction
                .preparedQuery(REMOVED)
                .execute(Tuple.of(report, SqlTime.of(at)))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Tuple arrival(CanaryReceived canary, Instant at) {
        return Tuple.of(
                canary.canary().value(),
                SqlTime.of(at),
                canary.language().value(),
                canary.rule().value(),
                canary.reportId().value());
    }

    private static List<Canary> canaries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Canary(row.getUUID("id"), row.getString("line"), row.getString("language")))
                .toList();
    }
}
