package org.ovoz.notify.alert.push;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.endpoint.Endpoints;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transactions;

/** Has a person alerted by a browser no more, and forgets where it was reached. */
@ApplicationScoped
class UnsubscribeBrowser {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final AuditLog audit;
    private final Clock clock;

    UnsubscribeBrowser(Transactions transactions, Endpoints endpoints, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when it is none of the person's. */
    Uni<Boolean> unsubscribe(PersonId person, UUID subscription) {
        AuditEntry entry =
                AuditEntry.ofDirectory("push-unsubscribed", person.value(), subscription.toString(), clock.instant());
        return transactions.commit(transaction -> endpoints
                .remove(transaction.connection(), subscription, Subscriptions.KIND, person.value())
                .call(removed -> removed
                        ? audit.append(transaction.connection(), entry)
                        : Uni.createFrom().voidItem()));
    }
}
