package org.ovoz.notify.claim;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.ClaimReleased;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The holder gives a report back to the queue. */
@ApplicationScoped
public class ReleaseClaim {

    private static final String RELEASE = """
            UPDATE report_case SET claimed_by = NULL, claimed_at = NULL, lease_until = NULL
            WHERE id = $1 AND claimed_by = $2 AND lease_until > $3""";

    private final Transactions transactions;
    private final Cases cases;
    private final CaseJournal journal;
    private final Clock clock;

    ReleaseClaim(Transactions transactions, Cases cases, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    public Uni<ReleaseOutcome> release(Caller caller, ReportId report) {
        return transactions.commit(transaction -> release(transaction, caller.id(), report)
                .chain(given -> cases.one(transaction.connection(), caller, report)
                        .<ReleaseOutcome>map(view -> {
                            if (view.isEmpty()) {
                                return new ReleaseOutcome.NotYours();
                            }
                            return given ? new ReleaseOutcome.Released(view.get()) : new ReleaseOutcome.NotYourClaim();
                        })));
    }

    /**
     * In a transaction of somebody else.
     *
     * @return whether the person held it
     */
    public Uni<Boolean> release(Transaction transaction, PersonId holder, ReportId report) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(RELEASE)
                .execute(Tuple.of(report.value(), holder.value(), SqlTime.of(now)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : journal.write(transaction, "claim-released", holder, new ClaimReleased(report, holder, now))
                                .replaceWith(true));
    }
}
