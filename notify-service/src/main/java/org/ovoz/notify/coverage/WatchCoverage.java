package org.ovoz.notify.coverage;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Draws the map anew all the time: shows it as metrics, tells coordinators of gaps before they begin, and intake when a language is read. */
@ApplicationScoped
class WatchCoverage {

    /** One instance at a time draws and tells, so that nobody tells an older map after a newer one; the others only show. */
    private static final String MINE = "SELECT pg_try_advisory_xact_lock(7311004) AS mine";

    private final Transactions transactions;
    private final TellGaps tellGaps;
    private final TellIntake tellIntake;
    private final CoverageMeters meters;
    private final DrawMap drawMap;

    WatchCoverage(
            Transactions transactions,
            TellGaps tellGaps,
            TellIntake tellIntake,
            CoverageMeters meters,
            DrawMap drawMap) {
        this.transactions = transactions;
        this.tellGaps = tellGaps;
        this.tellIntake = tellIntake;
        this.meters = meters;
        this.drawMap = drawMap;
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(transaction -> mine(transaction)
                .chain(mine -> drawMap.draw(transaction.connection())
                        .invoke(drawn -> meters.show(drawn.map()))
                        .chain(drawn -> mine
                                ? tellGaps.tell(transaction, drawn.map(), drawn.now())
                                        .chain(() -> tellIntake.tell(transaction, drawn.languages(), drawn.now()))
                                : Uni.createFrom().voidItem())));
    }

    private static Uni<Boolean> mine(Transaction transaction) {
        return transaction
                .connection()
                .query(MINE)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("mine"));
    }
}
