package org.ovoz.notify.interpreting;

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
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** An interpreter says yes or no. The first yes counts; once all have said no, coordinators are told. */
@ApplicationScoped
class AnswerRequest {

    /** Holds the request: answers to one stand in line. */
    private static final String LOCK = """
            SELECT r.report_id, r.ended_at IS NULL AND r.answer_by > $3 AS open, r.taken_by, p.organisation
            FROM interpreter_request r JOIN interpreter_asked a ON a.request = r.id AND a.person = $2
            JOIN person p ON p.id = r.asked_by WHERE r.id = $1 FOR UPDATE OF r""";

    private static final String ACCEPT =
            "UPDATE interpreter_request SET ended = 'accepted', ended_at = $2, taken_by = $3 WHERE id = $1";
    private static final String DECLINE =
            "UPDATE interpreter_asked SET declined_at = $3 WHERE request = $1 AND person = $2 AND declined_at IS NULL";
    private static final String LEFT =
            "SELECT 1 FROM interpreter_asked WHERE request = $1 AND declined_at IS NULL LIMIT 1";

    private final Transactions transactions;
    private final CaseJournal journal;
    private final Unmet unmet;
    private final Clock clock;

    AnswerRequest(Transactions transactions, CaseJournal journal, Unmet unmet, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.unmet = unmet;
        this.clock = clock;
    }

    Uni<AnswerOutcome> accept(Caller caller, UUID request) {
        return answer(caller, request, (transaction, row) -> accept(transaction, caller, request, row));
    }

    Uni<AnswerOutcome> decline(Caller caller, UUID request) {
        return answer(caller, request, (transaction, row) -> decline(transaction, caller, request, row));
    }

    private interface Step {
        Uni<Void> take(Transaction transaction, Row request);
    }

    private Uni<AnswerOutcome> answer(Caller caller, UUID request, Step step) {
        UUID me = caller.id().value();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(request, me, SqlTime.of(clock.instant())))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(new AnswerOutcome.NotAsked());
                    }
                    Row row = rows.iterator().next();
                    if (!row.getBoolean("open")) {
                        boolean mine = me.equals(row.getUUID("taken_by"));
                        return Uni.createFrom().item(mine ? new AnswerOutcome.Answered() : new AnswerOutcome.TooLate());
                    }
                    return step.take(transaction, row).replaceWith(new AnswerOutcome.Answered());
                }));
    }

    private Uni<Void> accept(Transaction transaction, Caller caller, UUID request, Row row) {
        Instant now = clock.instant();
        ReportId report = new ReportId(row.getUUID("report_id"));
        return transaction
                .connection()
                .preparedQuery(ACCEPT)
                .execute(Tuple.of(request, SqlTime.of(now), caller.id().value()))
                .chain(() -> unmet.end(transaction, report, request))
                .chain(() ->
                        journal.write(transaction, "interpreter-accepted", caller.id(), new CaseUpdated(report, now)));
    }

    private Uni<Void> decline(Transaction transaction, Caller caller, UUID request, Row row) {
        Instant now = clock.instant();
        ReportId report = new ReportId(row.getUUID("report_id"));
        return transaction
                .connection()
                .preparedQuery(DECLINE)
                .execute(Tuple.of(request, caller.id().value(), SqlTime.of(now)))
                .chain(() ->
                        journal.write(transaction, "interpreter-declined", caller.id(), new CaseUpdated(report, now)))
                .chain(() -> transaction.connection().preparedQuery(LEFT).execute(Tuple.of(request)))
                .chain(left -> left.size() == 0
                        ? unmet.tell(transaction, report, request, new OrganisationId(row.getString("organisation")))
                        : Uni.createFrom().voidItem());
    }
}
