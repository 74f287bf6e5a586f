package org.ovoz.notify.claim;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Holder and reporter agreed on when to talk: the claim is held until then. It says when, and nothing of how or about what. */
@ApplicationScoped
public class AgreeOnTime {

    private static final String AGREE = """
            UPDATE report_case SET agreed_until = $3,
                lease_until = greatest(CASE WHEN danger THEN $4::timestamptz ELSE $5::timestamptz END, $3)
            WHERE id = $1 AND claimed_by = $2 AND lease_until > $6""";

    private final Transactions transactions;
    private final Cases cases;
    private final CaseJournal journal;
    private final LeaseTimes times;
    private final Clock clock;

    AgreeOnTime(Transactions transactions, Cases cases, CaseJournal journal, LeaseTimes times, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    /** @param until null takes back what was agreed */
    public Uni<AgreeOutcome> agree(Caller caller, ReportId report, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(times.agreedAtMost())))) {
            return Uni.createFrom().item(new AgreeOutcome.BadTime());
        }
        return transactions.commit(transaction -> keep(transaction, caller, report, until, now)
                .chain(kept -> cases.one(transaction.connection(), caller, report)
                        .<AgreeOutcome>map(view -> {
                            if (view.isEmpty()) {
                                return new AgreeOutcome.NotYours();
                            }
                            return kept ? new AgreeOutcome.Agreed(view.get()) : new AgreeOutcome.NotYourClaim();
                        })));
    }

    private Uni<Boolean> keep(
            Transaction transaction, Caller caller, ReportId report, @Nullable Instant until, Instant now) {
        Tuple values = Tuple.tuple()
                .addUUID(report.value())
                .addUUID(caller.id().value())
                .addOffsetDateTime(until == null ? null : SqlTime.of(until))
                .addOffsetDateTime(SqlTime.of(now.plus(times.danger())))
                .addOffsetDateTime(SqlTime.of(now.plus(times.ordinary())))
                .addOffsetDateTime(SqlTime.of(now));
        String what = until == null ? "time-taken-back" : "time-agreed";
        return transaction
                .connection()
                .preparedQuery(AGREE)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : journal.write(transaction, what, caller.id(), new CaseUpdated(report, now))
                                .replaceWith(true));
    }
}
