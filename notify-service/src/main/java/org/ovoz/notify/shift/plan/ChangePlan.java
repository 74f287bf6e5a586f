package org.ovoz.notify.shift.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** One change of the plan: the row, what follows for the duties, and the audit, together. */
@ApplicationScoped
class ChangePlan {

    private static final String CHAIN = "shifts";

    private final Transactions transactions;
    private final LayOutRoster layOutRoster;
    private final AuditLog audit;
    private final Clock clock;

    ChangePlan(Transactions transactions, LayOutRoster layOutRoster, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.layOutRoster = layOutRoster;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param sql returns the person and the team that it concerns; nothing when it is refused */
    Uni<Boolean> change(Caller caller, String what, UUID id, String sql, Tuple values) {
        AuditEntry entry = new AuditEntry(CHAIN, what, caller.id().value(), id.toString(), clock.instant());
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(sql)
                .execute(values)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : layOut(transaction, rows.iterator().next())
                                .chain(() -> audit.append(transaction.connection(), entry))
                                .replaceWith(true)));
    }

    private Uni<Void> layOut(Transaction transaction, Row row) {
        return layOutRoster.layOut(transaction.connection(), new Planned(row.getUUID("person"), row.getString("team")));
    }
}
