package org.ovoz.notify.alert.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.time.SqlTime;

/** The calls that were placed. */
@ApplicationScoped
class PlacedCalls {

    private static final String FIND = """
            SELECT a.id, p.languages, a.text
                || coalesce((SELECT string_agg(' ' || o.text, '' ORDER BY o.due_at, o.id) FROM alert o WHERE o.bundled_in = a.id), '') AS text
            FROM alert a JOIN reachable_person p ON p.id = a.person
            WHERE a.id = $1 AND a.kind = 'call' AND a.tried_at IS NOT NULL AND a.state NOT IN ('due', 'bundled', 'dropped')
                AND p.call = $2""";
    private static final String END = """
            UPDATE alert SET over_at = $3, changed_at = $3,
                state = CASE WHEN answered_at IS NULL THEN 'failed' ELSE state END,
                reason = CASE WHEN answered_at IS NULL THEN $2 ELSE reason END
            WHERE id = $1 AND kind = 'call' AND over_at IS NULL AND state IN ('sending', 'sent', 'delivered', 'unknown')
            RETURNING report_id, state = 'failed' AS failed""";

    private final Pool pool;
    private final Clock clock;

    PlacedCalls(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @param to whom the carrier says that it has on the line */
    Uni<Optional<PlacedCall>> find(UUID alert, String to) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(alert, to))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new PlacedCall(
                                row.getUUID("id"),
                                row.getString("text"),
                                List.of(row.getArrayOfStrings("languages")))));
    }

    /** Once: empty when it was over already. A call that nobody pressed a key in has told nobody. */
    Uni<Optional<Ended>> end(SqlClient transaction, UUID alert, String reason) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(alert, reason, SqlTime.of(clock.instant())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(PlacedCalls::toEnded));
    }

    private static Ended toEnded(Row row) {
        return new Ended(row.getUUID("report_id"), row.getBoolean("failed"));
    }

    /** How a call ended; about no report for a check-in or a notice. */
    record Ended(@Nullable UUID report, boolean failed) {}
}
