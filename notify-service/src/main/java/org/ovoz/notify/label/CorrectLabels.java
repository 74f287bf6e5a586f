package org.ovoz.notify.label;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.CaseState;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.claim.RenewLease;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * The holder says whether somebody is in danger, and whether a child is affected. It holds at the desk: its clocks, its order, its ladders
 * from their next round on. What intake told is kept beside it.
 */
@ApplicationScoped
class CorrectLabels {

    private static final String CORRECT = """
            UPDATE report_case SET
                reported_danger = coalesce(reported_danger, danger), reported_child = coalesce(reported_child, child),
                danger = coalesce($3, reported_danger, danger), child = coalesce($4, reported_child, child)
            WHERE id = $1 AND claimed_by = $2 AND lease_until > $5
                AND (danger, child) IS DISTINCT FROM
                    (coalesce($3, reported_danger, danger), coalesce($4, reported_child, child))""";

    private final Transactions transactions;
    private final Cases cases;
    private final RenewLease renewLease;
    private final CaseJournal journal;
    private final Clock clock;

    CorrectLabels(Transactions transactions, Cases cases, RenewLease renewLease, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.renewLease = renewLease;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<LabelsOutcome> correct(Caller caller, ReportId report, LabelsForm form) {
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .chain(view -> view.map(seen -> correct(transaction, caller, seen, form))
                        .orElseGet(() -> Uni.createFrom().item(new LabelsOutcome.NotYours()))));
    }

    private Uni<LabelsOutcome> correct(Transaction transaction, Caller caller, CaseView view, LabelsForm form) {
        if (view.state() != CaseState.CLAIMED || !caller.handle().equals(view.claimedBy())) {
            return Uni.createFrom().item(new LabelsOutcome.ClaimNeeded());
        }
        Instant now = clock.instant();
        SqlClient connection = transaction.connection();
        Tuple values = Tuple.of(view.id().value(), caller.id().value(), form.danger(), form.child(), SqlTime.of(now));
        return connection
                .preparedQuery(CORRECT)
                .execute(values)
                .chain(rows -> renewLease
                        .renew(connection, caller.id(), view.id())
                        .chain(() -> rows.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : journal.write(
                                        transaction, "labels-corrected", caller.id(), new CaseUpdated(view.id(), now))))
                .chain(() -> cases.one(connection, caller, view.id()))
                .map(after -> new LabelsOutcome.Corrected(after.orElseThrow()));
    }
}
