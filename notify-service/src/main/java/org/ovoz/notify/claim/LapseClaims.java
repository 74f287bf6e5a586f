package org.ovoz.notify.claim;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.ClaimLapsed;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A lease that ran out gives the report back to the queue, by the due time that is stored with it. */
@ApplicationScoped
class LapseClaims {

    private static final String LAPSE = """
            WITH due AS (
                SELECT id, claimed_by FROM report_case
                WHERE lease_until <= $1 AND ($2::uuid IS NULL OR id = $2)
                ORDER BY id LIMIT 100 FOR UPDATE %s)
            UPDATE report_case c SET claimed_by = NULL, claimed_at = NULL, lease_until = NULL FROM due WHERE c.id = due.id
            RETURNING c.id, due.claimed_by AS holder""";
    private static final String OF_ONE = LAPSE.formatted("");
    private static final String OF_ANY = LAPSE.formatted("SKIP LOCKED");

    private final Transactions transactions;
    private final CaseJournal journal;
    private final Clock clock;

    LapseClaims(Transactions transactions, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(transaction -> lapse(transaction, OF_ANY, null));
    }

    /** Before somebody else claims, so that the lapse is told first. */
    Uni<Void> lapse(Transaction transaction, ReportId report) {
        return lapse(transaction, OF_ONE, report);
    }

    private Uni<Void> lapse(Transaction transaction, String sql, @Nullable ReportId only) {
        Instant now = clock.instant();
        Tuple values = Tuple.tuple().addOffsetDateTime(SqlTime.of(now)).addUUID(only == null ? null : only.value());
        return transaction.connection().preparedQuery(sql).execute(values).chain(rows -> tell(transaction, rows, now));
    }

    private Uni<Void> tell(Transaction transaction, RowSet<Row> lapsed, Instant now) {
        return Multi.createFrom()
                .iterable(lapsed)
                .onItem()
                .transformToUniAndConcatenate(row -> {
                    PersonId holder = new PersonId(row.getUUID("holder"));
                    ReportId report = new ReportId(row.getUUID("id"));
                    return journal.write(transaction, "claim-lapsed", holder, new ClaimLapsed(report, holder, now));
                })
                .collect()
                .last()
                .replaceWithVoid();
    }
}
