package org.ovoz.notify.alert.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.alert.endpoint.EndpointAddress;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Makes a webhook, or has it lead elsewhere. */
@ApplicationScoped
class SaveWebhook {

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final EndpointAddress addresses;
    private final AuditLog audit;
    private final Clock clock;

    SaveWebhook(Transactions transactions, Webhooks webhooks, EndpointAddress addresses, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<SaveOutcome> save(UUID id, WebhookForm form, UUID by) {
        AuditEntry entry = AuditEntry.ofDirectory("webhook-saved", by, id.toString(), clock.instant());
        return addresses.of(form.url()).isEmpty()
                ? Uni.createFrom().item(new SaveOutcome.Refused())
                : transactions.commit(transaction -> write(transaction, id, form)
                        .call(outcome -> outcome instanceof SaveOutcome.Refused
                                ? Uni.createFrom().voidItem()
                                : audit.append(transaction.connection(), entry)));
    }

    private Uni<SaveOutcome> write(Transaction transaction, UUID id, WebhookForm form) {
        WebhookSecret secret = WebhookSecret.next();
        UUID person = form.person().value();
        return webhooks.make(transaction.connection(), id, person, form.url(), secret)
                .chain(made -> made
                        ? Uni.createFrom().item(new SaveOutcome.Made(secret))
                        : webhooks.move(transaction.connection(), id, person, form.url())
                                .map(moved -> moved ? new SaveOutcome.Moved() : new SaveOutcome.Refused()));
    }
}
