package org.ovoz.notify.directory.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transactions;

/** Lets an organisation's people in again. Its teams stay stopped until records of a higher version, signed by the line, say otherwise. */
@ApplicationScoped
class LiftOrganisation {

    private static final String LIFT = "UPDATE organisation SET suspended = false WHERE id = $1";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    LiftOrganisation(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when there is no such organisation. */
    Uni<Boolean> lift(String organisation, UUID by) {
        AuditEntry entry = AuditEntry.ofDirectory("organisation-lifted", by, organisation, clock.instant());
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(LIFT)
                .execute(Tuple.of(organisation))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(transaction.connection(), entry).replaceWith(true)));
    }
}
