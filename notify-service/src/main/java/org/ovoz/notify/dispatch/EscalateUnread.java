package org.ovoz.notify.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A report that nobody opened in time: its escalation teams see it from now on; the ladder tells them. */
@ApplicationScoped
class EscalateUnread {

    private static final String ESCALATE = """
            UPDATE report_case SET escalated_at = $1 WHERE id IN (
                SELECT id FROM report_case
                WHERE escalates_at <= $1 AND escalated_at IS NULL AND first_opened_at IS NULL AND closed_at IS NULL
                ORDER BY escalates_at LIMIT 50 FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    private final Transactions transactions;
    private final CaseJournal journal;
    private final Clock clock;

    EscalateUnread(Transactions transactions, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(ESCALATE)
                .execute(Tuple.of(SqlTime.of(now)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> escalate(transaction, row, now))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<Void> escalate(Transaction transaction, Row row, Instant now) {
        ReportId report = new ReportId(row.getUUID("id"));
        return journal.write(transaction, "escalated", null, new CaseUpdated(report, now));
    }
}
