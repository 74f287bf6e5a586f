package org.ovoz.notify.shift.checkin;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Rings before each duty, also for who has shown that the key opens, since no phone has rung by that. Tells the coordinators when nobody is there by its beginning, and rings once more. By what is stored with the
 * duty: a restart forgets nothing, and of several instances one does it. Nobody is rung who is stopped, or whose organisation or team is.
 */
@ApplicationScoped
class CallForCheckIns {

    private static final String DUE = """
            UPDATE duty d SET %s = $1 FROM person p
            WHERE p.id = d.person AND d.id IN (
                SELECT w.id FROM duty w JOIN person q ON q.id = w.person AND q.state = 'active'
                JOIN organisation o ON o.id = q.organisation AND NOT o.suspended
                JOIN team t ON t.id = w.team AND NOT t.suspended
                WHERE w.cancelled_at IS NULL AND w.rang_at IS NULL AND w.ends_at > $1 AND %s
                ORDER BY w.starts_at LIMIT 100 FOR UPDATE OF w SKIP LOCKED)
            RETURNING d.id, d.person, p.organisation, p.call IS NOT NULL AS rings""";
    /** $2: the beginning of duties that are due. */
    private static final String FIRST = DUE.formatted("called_at", "w.called_at IS NULL AND w.starts_at <= $2");
    /** $2: what was rung for until then has had its time. */
    private static final String MISSED = DUE.formatted(
            "missed_at", "w.checked_in_at IS NULL AND w.missed_at IS NULL AND w.starts_at <= $1 AND w.called_at <= $2");

    private static final String AGAIN =
            DUE.formatted("recalled_at", "w.checked_in_at IS NULL AND w.recalled_at IS NULL AND w.missed_at <= $2");

    private final Transactions transactions;
    private final RingForDuty ring;
    private final RaiseNotice raiseNotice;
    private final CheckInSettings settings;
    private final Clock clock;

    CallForCheckIns(
            Transactions transactions,
            RingForDuty ring,
            RaiseNotice raiseNotice,
            CheckInSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.ring = ring;
        this.raiseNotice = raiseNotice;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        Instant rungBefore = now.minus(settings.again());
        return transactions
                .commit(transaction -> each(
                        transaction, FIRST, now.plus(settings.lead()), row -> ring.ring(transaction, row, "first")))
                .chain(() -> transactions.commit(
                        transaction -> each(transaction, MISSED, rungBefore, row -> tell(transaction, row))))
                .chain(() -> transactions.commit(transaction ->
                        each(transaction, AGAIN, rungBefore, row -> ring.ring(transaction, row, "again"))));
    }

    private Uni<Void> each(Transaction transaction, String sql, Instant until, Function<Row, Uni<?>> work) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(Tuple.of(SqlTime.of(clock.instant()), SqlTime.of(until)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> work.apply(row).replaceWithVoid())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Boolean> tell(Transaction transaction, Row row) {
        return raiseNotice.raise(
                transaction,
                NoticeKind.MISSED_CHECK_IN,
                row.getUUID("id").toString(),
                new OrganisationId(row.getString("organisation")));
    }
}
