package org.ovoz.notify.shift.plan;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Keeps the coming fortnight laid out, and free of duties of people who are no more to be had. */
@ApplicationScoped
class LayOutRosters {

    private static final Logger LOG = Logger.getLogger(LayOutRosters.class);
    private static final String PLANNED = """
            SELECT person, team FROM shift_pattern WHERE removed_at IS NULL
            UNION SELECT person, team FROM shift_exception WHERE removed_at IS NULL
            UNION SELECT person, team FROM duty WHERE swapped_at IS NOT NULL AND cancelled_at IS NULL AND ends_at > $1""";

    private final Pool pool;
    private final Transactions transactions;
    private final LayOutRoster layOutRoster;
    private final Clock clock;

    LayOutRosters(Pool pool, Transactions transactions, LayOutRoster layOutRoster, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.layOutRoster = layOutRoster;
        this.clock = clock;
    }

    @Scheduled(
            every = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return pool.preparedQuery(PLANNED)
                .execute(Tuple.of(SqlTime.of(clock.instant())))
                .chain(rows -> {
                    List<Planned> all = new ArrayList<>(rows.size());
                    rows.forEach(row -> all.add(new Planned(row.getUUID("person"), row.getString("team"))));
                    return Multi.createFrom()
                            .iterable(all)
                            .onItem()
                            .transformToUniAndConcatenate(this::layOut)
                            .collect()
                            .last()
                            .replaceWithVoid();
                });
    }

    /** Does not fail: one person's plan must not hold up the others'. */
    private Uni<Void> layOut(Planned planned) {
        return transactions
                .commit(transaction -> layOutRoster.layOut(transaction.connection(), planned))
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "duties of %s are left to the next pass: %s",
                        planned.person(), fault.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }
}
