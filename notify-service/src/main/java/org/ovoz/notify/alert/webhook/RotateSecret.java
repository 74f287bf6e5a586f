package org.ovoz.notify.alert.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transactions;

/** Gives a webhook a new secret; the old one signs along for a while, so that its receiver can change over. */
@ApplicationScoped
class RotateSecret {

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final WebhookSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    RotateSecret(Transactions transactions, Webhooks webhooks, WebhookSettings settings, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when there is no such webhook. */
    Uni<Optional<WebhookSecret>> rotate(UUID id, UUID by) {
        WebhookSecret secret = WebhookSecret.next();
        AuditEntry entry = AuditEntry.ofDirectory("webhook-rotated", by, id.toString(), clock.instant());
        return transactions.commit(transaction -> webhooks.rotate(
                        transaction.connection(), id, secret, settings.oldSecretSignsFor())
                .chain(rotated -> rotated
                        ? audit.append(transaction.connection(), entry).replaceWith(Optional.of(secret))
                        : Uni.createFrom().item(Optional.empty())));
    }
}
