package org.ovoz.notify.alert.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.alert.endpoint.Endpoints;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transactions;

/** Takes a webhook away, and forgets where it led and what it was signed with. */
@ApplicationScoped
class RemoveWebhook {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final AuditLog audit;
    private final Clock clock;

    RemoveWebhook(Transactions transactions, Endpoints endpoints, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when there is no such webhook. */
    Uni<Boolean> remove(UUID id, UUID by) {
        AuditEntry entry = AuditEntry.ofDirectory("webhook-removed", by, id.toString(), clock.instant());
        return transactions.commit(transaction -> endpoints
                .remove(transaction.connection(), id, Webhooks.KIND, null)
                .call(removed -> removed
                        ? audit.append(transaction.connection(), entry)
                        : Uni.createFrom().voidItem()));
    }
}
