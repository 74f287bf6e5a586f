package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Takes a whole duty that somebody of the team offers. It has to be checked in anew: another phone rings. */
@ApplicationScoped
class TakeDuty {

    /** Whoever changes the taker's plan meanwhile waits. */
    private static final String LOCK = "SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE";

    private static final String BUSY = """
            SELECT 1 FROM duty d JOIN duty mine ON mine.team = d.team AND mine.person = $2 AND mine.cancelled_at IS NULL
                AND mine.starts_at < d.ends_at AND mine.ends_at > d.starts_at
            WHERE d.id = $1""";
    private static final String ACCEPT = """
            UPDATE duty_swap s SET accepted_by = p.id, accepted_at = $3 FROM duty d, person p
            WHERE s.duty = $1 AND s.accepted_at IS NULL AND s.withdrawn_at IS NULL AND d.id = s.duty AND d.person = s.offered_by
                AND d.cancelled_at IS NULL AND d.starts_at > $3
                AND p.id = $2 AND p.id <> s.offered_by AND d.team = ANY (p.teams)""";
    private static final String MOVE = """
            UPDATE duty SET person = $2, swapped_at = $3, checked_in_at = NULL, rang_at = NULL, opened_at = NULL, called_at = NULL, recalled_at = NULL,
                missed_at = NULL
            WHERE id = $1""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    TakeDuty(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<SwapOutcome> take(Caller caller, UUID duty) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(caller.id().value()))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(BUSY)
                        .execute(Tuple.of(duty, caller.id().value())))
                .chain(busy -> accept(transaction, caller.id(), duty, busy.size() > 0)));
    }

    private Uni<SwapOutcome> accept(Transaction transaction, PersonId caller, UUID duty, boolean busy) {
        if (busy) {
            return Uni.createFrom().item(new SwapOutcome.OnDutyThen());
        }
        Instant now = clock.instant();
        Tuple values = Tuple.of(duty, caller.value(), SqlTime.of(now));
        return transaction
                .connection()
                .preparedQuery(ACCEPT)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(new SwapOutcome.NotOffered())
                        : move(
                                transaction,
                                values,
                                new AuditEntry(OfferDuty.CHAIN, "duty-taken", caller.value(), duty.toString(), now)));
    }

    private Uni<SwapOutcome> move(Transaction transaction, Tuple values, AuditEntry entry) {
        return transaction
                .connection()
                .preparedQuery(MOVE)
                .execute(values)
                .chain(() -> audit.append(transaction.connection(), entry))
                .replaceWith(new SwapOutcome.Taken());
    }
}
