package org.ovoz.notify.presence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.outbox.DeskOutbox;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Somebody left a report, or their page said nothing more: colleagues are told. */
@ApplicationScoped
public class EndPresence {

    private static final String LEAVE = "DELETE FROM presence WHERE report_id = $1 AND person = $2 RETURNING report_id";
    /** The cases' rows are locked, too, as by every sweep that tells of several cases: so none waits for another. */
    private static final String LATE = """
            DELETE FROM presence WHERE (report_id, person, doing) IN (
                SELECT n.report_id, n.person, n.doing FROM presence n JOIN report_case c ON c.id = n.report_id
                WHERE n.until_at <= $1 ORDER BY c.id LIMIT 200 FOR NO KEY UPDATE OF c, n SKIP LOCKED)
            RETURNING report_id""";

    private final Transactions transactions;
    private final DeskOutbox outbox;
    private final Clock clock;

    EndPresence(Transactions transactions, DeskOutbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> leave(PersonId person, ReportId report) {
        return transactions.commit(transaction -> leave(transaction, person, report));
    }

    /** In a transaction of somebody else. Nothing for who was not there. */
    public Uni<Void> leave(Transaction transaction, PersonId person, ReportId report) {
        return transaction
                .connection()
                .preparedQuery(LEAVE)
                .execute(Tuple.of(report.value(), person.value()))
                .chain(rows -> tell(transaction, rows));
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(LATE)
                .execute(Tuple.of(SqlTime.of(clock.instant())))
                .chain(rows -> tell(transaction, rows)));
    }

    private Uni<Void> tell(Transaction transaction, RowSet<Row> left) {
        Set<UUID> reports = new TreeSet<>();
        left.forEach(row -> reports.add(row.getUUID("report_id")));
        return Multi.createFrom()
                .iterable(reports)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> outbox.tell(transaction, new CaseUpdated(new ReportId(id), clock.instant())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
