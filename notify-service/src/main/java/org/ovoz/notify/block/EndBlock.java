package org.ovoz.notify.block;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A block or a proposal ends: its time is over, or somebody of the organisation ends it. What waits to be read gets its ladder then. */
@ApplicationScoped
class EndBlock {

    private static final String END = """
            UPDATE reporter_block SET ended_at = $2, ended_by = $3
            WHERE report_id = $1 AND ended_at IS NULL AND organisation = $4""";
    /** The cases' rows, too, as every sweep that tells of several cases: so none waits for another. */
    private static final String LATE = """
            UPDATE reporter_block SET ended_at = $1 WHERE id IN (
                SELECT b.id FROM reporter_block b JOIN report_case c ON c.id = b.report_id
                WHERE b.ended_at IS NULL AND b.until_at <= $1
                ORDER BY c.id LIMIT 100 FOR NO KEY UPDATE OF c, b SKIP LOCKED)
            RETURNING report_id, confirmed_at IS NOT NULL AS held""";

    private final Transactions transactions;
    private final Blockable blockable;
    private final CaseJournal journal;
    private final Clock clock;

    EndBlock(Transactions transactions, Blockable blockable, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.blockable = blockable;
        this.journal = journal;
        this.clock = clock;
    }

    /** One person is enough to hear the reporter again. */
    Uni<BlockOutcome> end(Caller caller, ReportId report) {
        return transactions.commit(transaction -> blockable
                .lock(transaction, caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(new BlockOutcome.NotYours())
                        : end(transaction, caller, report)));
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(LATE)
                .execute(Tuple.of(SqlTime.of(now)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> journal.write(
                                transaction,
                                row.getBoolean("held") ? "block-over" : "block-not-confirmed",
                                null,
                                new CaseUpdated(new ReportId(row.getUUID("report_id")), now)))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<BlockOutcome> end(Transaction transaction, Caller caller, ReportId report) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(END)
                .execute(Tuple.of(
                        report.value(),
                        SqlTime.of(now),
                        caller.id().value(),
                        caller.organisation().value()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(new BlockOutcome.NothingThere())
                        : journal.write(transaction, "block-ended", caller.id(), new CaseUpdated(report, now))
                                .chain(() -> blockable.done(transaction, caller, report)));
    }
}
