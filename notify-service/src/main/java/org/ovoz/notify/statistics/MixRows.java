package org.ovoz.notify.statistics;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ovoz.transport.transaction.Transactions;

/**
 * Mixes what has arrived among what was there. All rows are written anew, in the order of their ids: neither where a row lies nor the
 * transaction that wrote it says when it came, or that it was changed.
 */
@ApplicationScoped
class MixRows {

    private static final List<String> MIX = List.of(
            // Nothing arrives between the steps; a second instance waits, and finds nothing left.
            "LOCK TABLE statistic_arrival, statistic_row IN EXCLUSIVE MODE",
            "DELETE FROM statistic_row r USING statistic_arrival a WHERE r.id = a.id",
            """
            WITH before AS (DELETE FROM statistic_row RETURNING id, month, region, coded)
            INSERT INTO statistic_row (id, month, region, coded)
            SELECT id, month, region, coded FROM (
                SELECT * FROM before
                UNION ALL SELECT id, month, region, coded FROM statistic_arrival WHERE coded IS NOT NULL) all_rows
            ORDER BY id""",
            "DELETE FROM statistic_arrival");

    private final Transactions transactions;

    MixRows(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(
            cron = "{ovoz.statistics.mixed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> mix() {
        return transactions.commit(transaction -> steps(transaction.connection()));
    }

    private static Uni<Void> steps(SqlClient transaction) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String step : MIX) {
            done = done.chain(() -> transaction.query(step).execute().replaceWithVoid());
        }
        return done;
    }
}
