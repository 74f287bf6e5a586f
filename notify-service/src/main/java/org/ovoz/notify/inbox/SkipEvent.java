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

/** Gives a parked event up for good, so that those that wait behind it are applied. It stays in the inbox, as skipped. */
@ApplicationScoped
class SkipEvent {

    private final Inbox inbox;
    private final ApplyReportEvent applyReportEvent;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    SkipEvent(Inbox inbox, ApplyReportEvent applyReportEvent, Transactions transactions, AuditLog audit, Clock clock) {
        this.inbox = inbox;
        this.applyReportEvent = applyReportEvent;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<SettleOutcome> skip(UUID event, UUID by) {
        AuditEntry asked = AuditEntry.ofInbox("event-skipped", by, event, clock.instant());
        return transactions
                .commit(transaction -> audit.append(transaction.connection(), asked))
                .chain(() -> inbox.skip(event, applyReportEvent))
                .map(outcome ->
                        outcome instanceof InboxOutcome.Applied ? SettleOutcome.SKIPPED : SettleOutcome.NOT_PARKED);
    }
}
