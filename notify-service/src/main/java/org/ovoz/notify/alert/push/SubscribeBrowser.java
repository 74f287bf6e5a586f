package org.ovoz.notify.alert.push;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.endpoint.EndpointAddress;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Has a person alerted by a browser. The same subscription again is the same one. */
@ApplicationScoped
class SubscribeBrowser {

    static final int AT_MOST = 8;

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final EndpointAddress addresses;
    private final VapidKey key;
    private final AuditLog audit;
    private final Clock clock;

    SubscribeBrowser(
            Transactions transactions,
            Subscriptions subscriptions,
            EndpointAddress addresses,
            VapidKey key,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.addresses = addresses;
        this.key = key;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<SubscribeOutcome> subscribe(PersonId person, SubscriptionForm form) {
        Optional<BrowserKeys> keys =
                BrowserKeys.of(form.keys().p256dh(), form.keys().auth());
        if (key.webPush().isEmpty()) {
            return Uni.createFrom().item(new SubscribeOutcome.Off());
        }
        return keys.isEmpty() || addresses.of(form.endpoint()).isEmpty()
                ? Uni.createFrom().item(new SubscribeOutcome.Refused())
                : transactions.commit(transaction -> write(transaction, person, form.endpoint(), keys.get()));
    }

    private Uni<SubscribeOutcome> write(Transaction transaction, PersonId person, String url, BrowserKeys keys) {
        return subscriptions
                .takeOver(transaction.connection(), person, url)
                .chain(others -> others >= AT_MOST
                        ? Uni.createFrom().item(new SubscribeOutcome.TooMany())
                        : subscriptions
                                .save(transaction.connection(), Ids.random(), person, url, keys)
                                .call(id -> audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory(
                                                "push-subscribed", person.value(), id.toString(), clock.instant())))
                                .map(SubscribeOutcome.Subscribed::new));
    }
}
