package org.ovoz.notify.handover;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Looks for offers that nobody has answered in time, by the times that are stored with them, and for those that are over. */
@ApplicationScoped
class WatchOffers {

    private static final Logger LOG = Logger.getLogger(WatchOffers.class);
    private static final String DUE = """
            SELECT h.report_id FROM handover h JOIN report_case c ON c.id = h.report_id
            WHERE h.ended_at IS NULL AND (h.tell_at <= $1 OR c.closed_at IS NOT NULL) ORDER BY h.tell_at LIMIT 100""";

    private final Pool pool;
    private final Transactions transactions;
    private final SettleOffer settleOffer;
    private final Clock clock;

    WatchOffers(Pool pool, Transactions transactions, SettleOffer settleOffer, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.settleOffer = settleOffer;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(SqlTime.of(clock.instant())))
                .chain(rows -> {
                    List<ReportId> due = new ArrayList<>(rows.size());
                    rows.forEach(row -> due.add(new ReportId(row.getUUID("report_id"))));
                    return transactions.each(
                            due,
                            settleOffer::settle,
                            (one, fault) -> LOG.errorf(
                                    "the offer of report %s stays due: %s",
                                    one, fault.getClass().getName()));
                });
    }
}
