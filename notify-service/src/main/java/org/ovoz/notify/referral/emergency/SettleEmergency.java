package org.ovoz.notify.referral.emergency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.referral.HoldCase;
import org.ovoz.notify.referral.Outcome;
import org.ovoz.notify.referral.SettleOutcome;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Tells what became of a call that a second person had confirmed. Of any other nothing can become. */
@ApplicationScoped
class SettleEmergency {

    private static final String SETTLE = """
            UPDATE emergency_call SET outcome = $3, outcome_at = $4
            WHERE id = $1 AND report_id = $2 AND answer = 'confirmed'""";
    private static final String KNOWN = "SELECT 1 FROM emergency_call WHERE id = $1 AND report_id = $2";

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final CaseJournal journal;
    private final Clock clock;

    SettleEmergency(Transactions transactions, HoldCase holdCase, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<SettleOutcome> settle(Caller caller, ReportId report, UUID id, Outcome outcome) {
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS, CLOSED -> keep(transaction, caller, report, id, outcome);
                    case SEES -> Uni.createFrom().item(new SettleOutcome.ClaimNeeded());
                    case NOT_THERE -> Uni.createFrom().item(new SettleOutcome.NotYours());
                }));
    }

    private Uni<SettleOutcome> keep(Transaction transaction, Caller caller, ReportId report, UUID id, Outcome outcome) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(id, report.value(), outcome.code(), SqlTime.of(now));
        return transaction
                .connection()
                .preparedQuery(SETTLE)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? transaction
                                .connection()
                                .preparedQuery(KNOWN)
                                .execute(Tuple.of(id, report.value()))
                                .map(known -> known.size() == 0
                                        ? new SettleOutcome.Unknown()
                                        : new SettleOutcome.NotConfirmed())
                        : journal.write(transaction, "emergency-followed", caller.id(), new CaseUpdated(report, now))
                                .replaceWith(new SettleOutcome.Settled()));
    }
}
