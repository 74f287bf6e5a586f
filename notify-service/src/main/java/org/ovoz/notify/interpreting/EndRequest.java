package org.ovoz.notify.interpreting;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.referral.HoldCase;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Ends a request without a yes: taken back by whoever holds the case, or nobody answered in time, or the case was closed. */
@ApplicationScoped
class EndRequest {

    /** What became of taking it back. */
    enum Withdrawal {
        DONE,
        TOO_LATE,
        UNKNOWN,
        CLAIM_NEEDED,
        NOT_YOURS
    }

    private static final String END = """
            UPDATE interpreter_request SET ended = $3, ended_at = $4
            WHERE id = $1 AND report_id = $2 AND ended_at IS NULL""";
    private static final String KNOWN = "SELECT 1 FROM interpreter_request WHERE id = $1 AND report_id = $2";
    private static final String LATE = """
            SELECT r.id, r.report_id, p.organisation, c.closed_at IS NOT NULL AS closed
            FROM interpreter_request r JOIN person p ON p.id = r.asked_by JOIN report_case c ON c.id = r.report_id
            WHERE r.ended_at IS NULL AND (r.answer_by <= $1 OR c.closed_at IS NOT NULL)
            ORDER BY r.answer_by LIMIT 100 FOR UPDATE OF r SKIP LOCKED""";

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final CaseJournal journal;
    private final Unmet unmet;
    private final Clock clock;

    EndRequest(Transactions transactions, HoldCase holdCase, CaseJournal journal, Unmet unmet, Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.journal = journal;
        this.unmet = unmet;
        this.clock = clock;
    }

    Uni<Withdrawal> withdraw(Caller caller, ReportId report, UUID request) {
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS -> withdraw(transaction, caller, report, request);
                    case CLOSED, SEES -> Uni.createFrom().item(Withdrawal.CLAIM_NEEDED);
                    case NOT_THERE -> Uni.createFrom().item(Withdrawal.NOT_YOURS);
                }));
    }

    private Uni<Withdrawal> withdraw(Transaction transaction, Caller caller, ReportId report, UUID request) {
        Instant now = clock.instant();
        return end(transaction, report, request, "withdrawn")
                .chain(ended -> ended
                        ? unmet.end(transaction, report, request)
                                .chain(() -> journal.write(
                                        transaction,
                                        "interpreter-withdrawn",
                                        caller.id(),
                                        new CaseUpdated(report, now)))
                                .replaceWith(Withdrawal.DONE)
                        : transaction
                                .connection()
                                .preparedQuery(KNOWN)
                                .execute(Tuple.of(request, report.value()))
                                .map(known -> known.size() == 1 ? Withdrawal.TOO_LATE : Withdrawal.UNKNOWN));
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
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> expire(transaction, row))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    /** Of a case that was closed nobody has to hear. */
    private Uni<Void> expire(Transaction transaction, Row row) {
        UUID request = row.getUUID("id");
        ReportId report = new ReportId(row.getUUID("report_id"));
        boolean isClosed = row.getBoolean("closed");
        return end(transaction, report, request, isClosed ? "withdrawn" : "expired")
                .chain(() -> isClosed
                        ? unmet.end(transaction, report, request)
                        : unmet.tell(transaction, report, request, new OrganisationId(row.getString("organisation"))))
                .chain(() -> journal.write(
                        transaction,
                        isClosed ? "interpreter-withdrawn" : "interpreter-expired",
                        null,
                        new CaseUpdated(report, clock.instant())));
    }

    private Uni<Boolean> end(Transaction transaction, ReportId report, UUID request, String how) {
        return transaction
                .connection()
                .preparedQuery(END)
                .execute(Tuple.of(request, report.value(), how, SqlTime.of(clock.instant())))
                .map(rows -> rows.rowCount() == 1);
    }
}
