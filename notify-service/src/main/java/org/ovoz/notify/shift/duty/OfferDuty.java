package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Offers a duty to the team. */
@ApplicationScoped
class OfferDuty {

    static final String CHAIN = "shifts";

    /** Offering twice is offering. */
    private static final String OFFER = """
            INSERT INTO duty_swap (id, duty, offered_by, offered_at)
            SELECT $1, d.id, d.person, $4 FROM duty d
            WHERE d.id = $2 AND d.person = $3 AND d.cancelled_at IS NULL AND d.starts_at > $4
            ON CONFLICT (duty) WHERE accepted_at IS NULL AND withdrawn_at IS NULL
                DO UPDATE SET offered_at = duty_swap.offered_at""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    OfferDuty(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when it is not the caller's, or has begun. */
    Uni<Boolean> offer(Caller caller, UUID duty) {
        Instant now = clock.instant();
        AuditEntry entry = new AuditEntry(CHAIN, "duty-offered", caller.id().value(), duty.toString(), now);
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(OFFER)
                .execute(Tuple.of(Ids.random(), duty, caller.id().value(), SqlTime.of(now)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(transaction.connection(), entry).replaceWith(true)));
    }
}
