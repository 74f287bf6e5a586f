package org.ovoz.notify.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.inbox.Inbox;
import org.ovoz.transport.inbox.InboxOutcome;
import org.ovoz.transport.transaction.Transactions;

/** Applies a parked event again, once what stood against it is put right, and then those that waited behind it. */
@ApplicationScoped
class RedriveEvent {

    private final Inbox inbox;
    private final ApplyReportEvent applyReportEvent;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    RedriveEvent(
            Inbox inbox, ApplyReportEvent applyReportEvent, Transactions transactions, AuditLog audit, Clock clock) {
        this.inbox = inbox;
        this.applyReportEvent = applyReportEvent;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** May be repeated. */
    Uni<SettleOutcome> redrive(UUID event, UUID by) {
        AuditEntry asked = AuditEntry.ofInbox("event-redriven", by, event, clock.instant());
        return transactions
                .commit(transaction -> audit.append(transaction.connection(), asked))
                .chain(() -> inbox.redrive(event, applyReportEvent))
                .map(outcome -> switch (outcome) {
                    case InboxOutcome.Applied() -> SettleOutcome.APPLIED;
                    case InboxOutcome.Waiting() -> SettleOutcome.WAITING;
                    case InboxOutcome.Parked(String reason) -> SettleOutcome.PARKED;
                    case InboxOutcome.Duplicate() -> SettleOutcome.NOT_PARKED;
                });
    }
}
