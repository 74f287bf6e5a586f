package org.ovoz.notify.referral.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Says of a service that it was looked after, or that nobody is to be sent there, or that people may be again. Each keeps who said so. */
@ApplicationScoped
class VetService {

    private static final String CHECK = "UPDATE service SET checked_by = $2, checked_at = $3 WHERE id = $1";
    private static final String BAR =
            "UPDATE service SET never_refer_by = $2, never_refer_at = $3, never_refer = $4 WHERE id = $1";
    private static final String LIFT =
            "UPDATE service SET never_refer_by = NULL, never_refer_at = NULL, never_refer = NULL WHERE id = $1";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    VetService(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** All three are false when there is no such service. */
    Uni<Boolean> check(UUID id, UUID by) {
        Instant now = clock.instant();
        return change(CHECK, Tuple.of(id, by, SqlTime.of(now)), "service-checked", id, by, now);
    }

    Uni<Boolean> bar(UUID id, NeverReferReason reason, UUID by) {
        Instant now = clock.instant();
        return change(BAR, Tuple.of(id, by, SqlTime.of(now), reason.code()), "service-never-refer", id, by, now);
    }

    Uni<Boolean> lift(UUID id, UUID by) {
        return change(LIFT, Tuple.of(id), "service-refer-again", id, by, clock.instant());
    }

    private Uni<Boolean> change(String sql, Tuple values, String what, UUID id, UUID by, Instant now) {
        AuditEntry entry = AuditEntry.ofDirectory(what, by, id.toString(), now);
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(sql)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(transaction.connection(), entry).replaceWith(true)));
    }
}
