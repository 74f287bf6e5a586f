package org.ovoz.notify.referral;

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
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Tells what became of a referral, and when to ask again; the holder does, or anybody of the team once the case is closed. */
@ApplicationScoped
class SettleReferral {

    private static final String SETTLE = """
            UPDATE case_referral SET outcome = $3, follow_up_on = $4, outcome_at = $5 WHERE id = $1 AND report_id = $2""";

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final CaseJournal journal;
    private final Clock clock;

    SettleReferral(Transactions transactions, HoldCase holdCase, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<SettleOutcome> settle(Caller caller, ReportId report, UUID id, SettleForm form) {
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS, CLOSED -> keep(transaction, caller, report, id, form);
                    case SEES -> Uni.createFrom().item(new SettleOutcome.ClaimNeeded());
                    case NOT_THERE -> Uni.createFrom().item(new SettleOutcome.NotYours());
                }));
    }

    private Uni<SettleOutcome> keep(Transaction transaction, Caller caller, ReportId report, UUID id, SettleForm form) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(id, report.value(), form.outcome().code(), form.followUpOn(), SqlTime.of(now));
        return transaction
                .connection()
                .preparedQuery(SETTLE)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(new SettleOutcome.Unknown())
                        : journal.write(transaction, "referral-followed", caller.id(), new CaseUpdated(report, now))
                                .replaceWith(new SettleOutcome.Settled()));
    }
}
