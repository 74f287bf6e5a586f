package org.ovoz.notify.due;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Looks for times that have passed, by the times that are stored with them: a restart forgets nothing. */
@ApplicationScoped
class WatchDues {

    private static final Logger LOG = Logger.getLogger(WatchDues.class);
    private static final String PASSED =
            "SELECT id FROM case_due WHERE ended_at IS NULL AND tell_at <= $1 ORDER BY tell_at LIMIT 100";

    private final Pool pool;
    private final Transactions transactions;
    private final SettleDue settleDue;
    private final Clock clock;

    WatchDues(Pool pool, Transactions transactions, SettleDue settleDue, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.settleDue = settleDue;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return pool.preparedQuery(PASSED)
                .execute(Tuple.of(SqlTime.of(clock.instant())))
                .chain(rows -> {
                    List<UUID> passed = new ArrayList<>(rows.size());
                    rows.forEach(row -> passed.add(row.getUUID("id")));
                    return transactions.each(
                            passed,
                            settleDue::settle,
                            (one, fault) -> LOG.errorf(
                                    "due %s stays due: %s",
                                    one, fault.getClass().getName()));
                });
    }
}
