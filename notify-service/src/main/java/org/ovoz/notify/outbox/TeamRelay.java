package org.ovoz.notify.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.ovoz.notify.time.SqlTime;

/**
 * Brings what is told of teams to Kafka, in order, until the broker has it: one publication at a time, one instance at a time. What was
 * left behind, for whatever reason, is found by its state.
 */
@ApplicationScoped
public class TeamRelay {

    private static final Logger LOG = Logger.getLogger(TeamRelay.class);
    private static final String MINE = "SELECT pg_try_advisory_xact_lock(7311002) AS mine";
    private static final String LEFT = """
            SELECT team, sequence, id, type, payload, occurred_at FROM team_publication
            WHERE published_at IS NULL ORDER BY occurred_at, team, sequence LIMIT 100""";
    private static final String MARK =
            "UPDATE team_publication SET published_at = $1 WHERE team = $2 AND sequence = $3";

    private final Pool pool;
    private final TeamSender sender;
    private final Clock clock;

    TeamRelay(Pool pool, TeamSender sender, Clock clock) {
        this.pool = pool;
        this.sender = sender;
        this.clock = clock;
    }

    /** Starts a pass and does not wait for it. */
    void publish() {
        sweep().subscribe().with(ignored -> {});
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return pool.withTransaction(transaction -> transaction
                        .query(MINE)
                        .execute()
                        .chain(rows -> rows.iterator().next().getBoolean("mine")
                                ? sendLeft(transaction)
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(fault -> LOG.warnf(
                        "team records left to the next pass: %s",
                        fault.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sendLeft(SqlConnection transaction) {
        return transaction
                .query(LEFT)
                .execute()
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> send(transaction, row))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> send(SqlConnection transaction, Row row) {
        return sender.send(row)
                .chain(() -> transaction
                        .preparedQuery(MARK)
                        .execute(Tuple.of(SqlTime.of(clock.instant()), row.getString("team"), row.getLong("sequence")))
                        .replaceWithVoid());
    }
}
