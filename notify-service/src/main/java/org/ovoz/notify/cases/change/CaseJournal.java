package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.DeskEvent;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.outbox.DeskOutbox;
import org.ovoz.transport.transaction.Transaction;

/** A change of a case: told on the bus and kept in the audit, in the transaction of the change. */
@ApplicationScoped
public class CaseJournal {

    private final DeskOutbox outbox;
    private final AuditLog audit;

    CaseJournal(DeskOutbox outbox, AuditLog audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    public Uni<Void> write(Transaction transaction, String what, @Nullable PersonId who, DeskEvent event) {
        return write(transaction, what, who, null, event);
    }

    /** @param reason a code; it stays in the audit and is not told on the bus */
    public Uni<Void> write(
            Transaction transaction, String what, @Nullable PersonId who, @Nullable String reason, DeskEvent event) {
        return Uni.join()
                .all(
                        outbox.tell(transaction, event),
                        audit.append(
                                transaction.connection(),
                                AuditEntry.ofReport(event.reportId(), what, who, reason, event.at())))
                .andFailFast()
                .replaceWithVoid();
    }
}
