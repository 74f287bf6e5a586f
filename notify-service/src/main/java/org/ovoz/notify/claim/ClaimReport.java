package org.ovoz.notify.claim;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.ReportClaimed;
import org.ovoz.notify.cases.CaseState;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.problem.Problems;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** One responder takes a report. The database settles who was first: one UPDATE, whose row count is the answer. */
@ApplicationScoped
public class ClaimReport {

    private static final String CLAIM = """
            UPDATE report_case c SET claimed_by = $4,
                claimed_at = CASE WHEN c.claimed_by = $4 THEN c.claimed_at ELSE $2 END,
                agreed_until = CASE WHEN c.claimed_by = $4 THEN c.agreed_until END,
                lease_until = greatest(CASE WHEN c.danger THEN $5::timestamptz ELSE $6::timestamptz END,
                    CASE WHEN c.claimed_by = $4 THEN c.agreed_until END)
            WHERE c.id = $3 AND c.closed_at IS NULL AND (c.claimed_by IS NULL OR c.claimed_by = $4) AND """ + " " + Visible.to("$1", "$2", "$4") + " RETURNING c.lease_until";

    private final Transactions transactions;
    private final LapseClaims lapseClaims;
    private final Cases cases;
    private final CaseJournal journal;
    private final LeaseTimes times;
    private final Clock clock;

    ClaimReport(
            Transactions transactions,
            LapseClaims lapseClaims,
            Cases cases,
            CaseJournal journal,
            LeaseTimes times,
            Clock clock) {
        this.transactions = transactions;
        this.lapseClaims = lapseClaims;
        this.cases = cases;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    /** May be repeated: whoever holds the case gets a new lease. */
    public Uni<ClaimOutcome> claim(Caller caller, ReportId report) {
        return transactions.commit(transaction -> claim(transaction, caller, report));
    }

    /** In a transaction of somebody else. */
    public Uni<ClaimOutcome> claim(Transaction transaction, Caller caller, ReportId report) {
        return lapseClaims
                .lapse(transaction, report)
                .chain(() -> take(transaction, caller, report))
                .chain(taken -> cases.one(transaction.connection(), caller, report)
                        .map(view -> view.map(seen -> outcome(taken, seen)).orElseGet(() -> hidden(taken))));
    }

    private Uni<Boolean> take(Transaction transaction, Caller caller, ReportId report) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Tuple values = Tuple.tuple()
                .addArrayOfString(caller.teamIds())
                .addOffsetDateTime(SqlTime.of(now))
                .addUUID(report.value())
                .addUUID(caller.id().value())
                .addOffsetDateTime(SqlTime.of(now.plus(times.danger())))
                .addOffsetDateTime(SqlTime.of(now.plus(times.ordinary())));
        return transaction.connection().preparedQuery(CLAIM).execute(values).chain(rows -> {
            if (rows.rowCount() == 0) {
                return Uni.createFrom().item(false);
            }
            Instant until = SqlTime.instant(rows.iterator().next(), "lease_until");
            return journal.write(
                            transaction,
                            "report-claimed",
                            caller.id(),
                            new ReportClaimed(report, caller.id(), until, now))
                    .replaceWith(true);
        });
    }

    /** Of a claim and a conflict of interest by one person at once the conflict counts: the claim is rolled back. */
    private static ClaimOutcome hidden(boolean taken) {
        if (taken) {
            throw Problems.unknownReport();
        }
        return new ClaimOutcome.NotYours();
    }

    private static ClaimOutcome outcome(boolean taken, CaseView view) {
        if (taken) {
            return new ClaimOutcome.Claimed(view);
        }
        return view.state() == CaseState.CLOSED ? new ClaimOutcome.ReportClosed() : new ClaimOutcome.AlreadyClaimed();
    }
}
