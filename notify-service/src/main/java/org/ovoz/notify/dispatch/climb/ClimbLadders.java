package org.ovoz.notify.dispatch.climb;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/**
 * Climbs what is due, by the times that are stored with the ladders: a restart forgets nothing. Each ladder moves in a transaction of
 * its own, under the lock of its row, so that of several instances one does it, once.
 */
@ApplicationScoped
public class ClimbLadders {

    private static final Logger LOG = Logger.getLogger(ClimbLadders.class);

    private static final String DUE =
            "SELECT l.id FROM ladder l WHERE " + Climbing.IS_DUE + " ORDER BY l.due_at LIMIT 100";

    /** By so much at most, between instances. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final Pool pool;
    private final Ladders ladders;
    private final Transactions transactions;
    private final ClimbLadder climbLadder;
    private final Clock clock;

    ClimbLadders(Pool pool, Ladders ladders, Transactions transactions, ClimbLadder climbLadder, Clock clock) {
        this.pool = pool;
        this.ladders = ladders;
        this.transactions = transactions;
        this.climbLadder = climbLadder;
        this.clock = clock;
    }

    /** Starts with one ladder and does not wait. */
    public void start(UUID ladder) {
        climb(ladder).subscribe().with(ignored -> {});
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        return ladders.startMissing(pool, now)
                .invoke(missing -> {
                    if (missing > 0) {
                        LOG.infof("%d reports that wait to be read had no ladder; they have one now", missing);
                    }
                })
                .chain(() -> due(now));
    }

    private Uni<Void> due(Instant now) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(SqlTime.of(now), SqlTime.of(now.plus(CLOCKS_DIFFER))))
                .chain(rows -> {
                    List<UUID> due = new ArrayList<>(rows.size());
                    rows.forEach(row -> due.add(row.getUUID("id")));
                    return Multi.createFrom()
                            .iterable(due)
                            .onItem()
                            .transformToUniAndConcatenate(this::climb)
                            .collect()
                            .last()
                            .replaceWithVoid();
                });
    }

    /** Does not fail: one ladder must not hold up the others. It stays due. */
    private Uni<Void> climb(UUID ladder) {
        Instant now = clock.instant();
        return transactions
                .commit(transaction -> transaction
                        .connection()
                        .preparedQuery(Climbing.SELECT)
                        .execute(Tuple.of(SqlTime.of(now), SqlTime.of(now.plus(CLOCKS_DIFFER)), ladder))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().voidItem()
                                : climbLadder.climb(
                                        transaction, Climbing.of(rows.iterator().next()), now)))
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "ladder %s stays due: %s", ladder, fault.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }
}
