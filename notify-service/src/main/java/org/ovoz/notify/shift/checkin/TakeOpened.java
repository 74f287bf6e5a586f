package org.ovoz.notify.shift.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** What a browser read out of a test item. Right, it checks in and shows that the team's key opens; right or wrong, the item is used up. */
@ApplicationScoped
class TakeOpened {

    private static final String USE_UP = """
            DELETE FROM check_in_challenge c USING duty d, team t
            WHERE c.id = $1 AND c.duty = $2 AND c.person = $3 AND d.id = c.duty AND t.id = d.team
            RETURNING c.hash, c.until_at > $4 AND c.kid = t.encryption_kid AS counts""";
    private static final String OPENED = """
            UPDATE duty SET opened_at = $3, checked_in_at = coalesce(checked_in_at, $3)
            WHERE id = $1 AND person = $2 AND cancelled_at IS NULL AND ends_at > $3""";

    private final Transactions transactions;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    TakeOpened(Transactions transactions, EndNotice endNotice, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.endNotice = endNotice;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<OpenedOutcome> take(Caller caller, UUID duty, UUID item, String nonce) {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(USE_UP)
                .execute(Tuple.of(item, duty, caller.id().value(), SqlTime.of(now)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(OpenedOutcome.OVER)
                        : judge(transaction, caller, duty, rows.iterator().next(), nonce, now)));
    }

    private Uni<OpenedOutcome> judge(
            Transaction transaction, Caller caller, UUID duty, Row kept, String nonce, Instant now) {
        if (!kept.getBoolean("counts")) {
            return Uni.createFrom().item(OpenedOutcome.OVER);
        }
        if (!MessageDigest.isEqual(kept.getBuffer("hash").getBytes(), TestItem.hash(nonce))) {
            return said(transaction, caller, duty, "check-in-wrong", now).replaceWith(OpenedOutcome.WRONG);
        }
        return transaction
                .connection()
                .preparedQuery(OPENED)
                .execute(Tuple.of(duty, caller.id().value(), SqlTime.of(now)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(OpenedOutcome.NOT_YOURS)
                        : endNotice
                                .end(transaction, NoticeKind.MISSED_CHECK_IN, duty.toString())
                                .chain(() -> said(transaction, caller, duty, "check-in-opened", now))
                                .replaceWith(OpenedOutcome.OPENED));
    }

    private Uni<Void> said(Transaction transaction, Caller caller, UUID duty, String what, Instant now) {
        return audit.append(
                transaction.connection(),
                new AuditEntry("shifts", what, caller.id().value(), duty.toString(), now));
    }
}
