package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Takes an offer back. */
@ApplicationScoped
class WithdrawOffer {

    private static final String WITHDRAW = """
            UPDATE duty_swap SET withdrawn_at = $3
            WHERE duty = $1 AND offered_by = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    WithdrawOffer(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when there is none any more: somebody may have taken the duty. */
    Uni<Boolean> withdraw(Caller caller, UUID duty) {
        Instant now = clock.instant();
        AuditEntry entry =
                new AuditEntry(OfferDuty.CHAIN, "offer-withdrawn", caller.id().value(), duty.toString(), now);
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(duty, caller.id().value(), SqlTime.of(now)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(transaction.connection(), entry).replaceWith(true)));
    }
}
