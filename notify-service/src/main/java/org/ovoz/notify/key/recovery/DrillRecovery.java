package org.ovoz.notify.key.recovery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The papers brought a recovery key back. That ends the notice of it, unless it was its maker who tried: others have to see the papers, too. */
@ApplicationScoped
class DrillRecovery {

    private static final String DRILLED =
            "UPDATE recovery_key SET drilled_at = $3 WHERE kid = $1 AND organisation = $2 RETURNING made_by";

    private final Transactions transactions;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    DrillRecovery(Transactions transactions, EndNotice endNotice, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.endNotice = endNotice;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when there is no such recovery key of the caller's organisation. */
    Uni<Boolean> drilled(Caller caller, String kid) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(DRILLED)
                .execute(Tuple.of(kid, caller.organisation().value(), SqlTime.of(clock.instant())))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : over(transaction, caller, kid, rows.iterator().next().getUUID("made_by"))
                                .replaceWith(true)));
    }

    private Uni<Void> over(Transaction transaction, Caller caller, String kid, UUID maker) {
        Uni<Void> ended = caller.id().value().equals(maker)
                ? Uni.createFrom().voidItem()
                : endNotice.end(transaction, NoticeKind.RECOVERY_REPLACED, kid);
        return ended.chain(() -> audit.append(
                transaction.connection(),
                AuditEntry.ofDirectory("recovery-drilled", caller.id().value(), kid, clock.instant())));
    }
}
