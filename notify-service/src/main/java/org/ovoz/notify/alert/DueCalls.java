package org.ovoz.notify.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ovoz.notify.time.SqlTime;

/**
 * Calls that are due: one per person in a while and none during a live one. What else of the same purpose is due for the person then is
 * bundled in the call that is made, which speaks for all; what becomes due meanwhile waits.
 */
@ApplicationScoped
class DueCalls {

    /** Instances stand in line here, or each could pick another call for the same person. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7311003)";

    /** $4: a call of another instance, whose clock is a little ahead, counts; one later than that was made before the clock went back. */
    private static final String TAKE = Alerts.UNDER_WAY.formatted("""
            SELECT DISTINCT ON (person) id FROM alert d
            WHERE d.state = 'due' AND d.due_at <= $1 AND d.kind = 'call' AND NOT EXISTS (
                SELECT 1 FROM alert made WHERE made.person = d.person AND made.kind = 'call' AND made.id <> d.id
                    AND made.tried_at <= $4 AND (made.tried_at > $2 OR (made.tried_at > $3 AND made.over_at IS NULL
                        AND made.state IN ('sending', 'sent', 'delivered', 'unknown'))))
            ORDER BY person, due_at, id""");

    private static final String BUNDLE = """
            UPDATE alert a SET state = 'bundled', bundled_in = made.id, changed_at = $1
            FROM unnest($2::uuid[]) AS made (id) JOIN alert m ON m.id = made.id
            WHERE a.person = m.person AND a.purpose = m.purpose AND a.kind = 'call' AND a.state = 'due' AND a.due_at <= $1""";

    private final Pool pool;
    private final AlertTimes times;
    private final Clock clock;

    DueCalls(Pool pool, AlertTimes times, Clock clock) {
        this.pool = pool;
        this.times = times;
        this.clock = clock;
    }

    Uni<List<Alert>> take() {
        return pool.withTransaction(transaction ->
                transaction.query(ONE_AT_A_TIME).execute().chain(() -> take(transaction, clock.instant())));
    }

    /** @param now read when it is this one's turn: whoever was before has called by then */
    private Uni<List<Alert>> take(SqlClient transaction, Instant now) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(
                        SqlTime.of(now),
                        SqlTime.of(now.minus(times.betweenCalls())),
                        SqlTime.of(now.minus(times.callEndsWithin())),
                        SqlTime.of(now.plus(Alerts.CLOCKS_DIFFER))))
                .map(Alerts::toAlerts)
                .call(calls -> transaction
                        .preparedQuery(BUNDLE)
                        .execute(Tuple.of(
                                SqlTime.of(now), calls.stream().map(Alert::id).toArray(UUID[]::new))));
    }
}
