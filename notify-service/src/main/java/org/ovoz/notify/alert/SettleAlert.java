package org.ovoz.notify.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transactions;

/** Takes the carrier's word, which comes later and in any order, on an alert that was sent. */
@ApplicationScoped
public class SettleAlert {

    private final Transactions transactions;
    private final Alerts alerts;
    private final AuditLog audit;
    private final Clock clock;

    SettleAlert(Transactions transactions, Alerts alerts, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** An alert that is not known, or is settled already, stays as it is. */
    public Uni<Void> settle(UUID alert, AlertState state, @Nullable String reason) {
        return transactions.commit(transaction -> alerts.reported(transaction.connection(), alert, state, reason)
                .call(() -> state == AlertState.FAILED
                        ? alerts.failBundled(transaction.connection(), alert)
                        : Uni.createFrom().voidItem())
                .chain(report -> report.isEmpty() || state == AlertState.SENT
                        ? Uni.createFrom().voidItem()
                        : audit.append(
                                transaction.connection(),
                                AuditEntry.ofReport(report.get(), "alert-" + state.word(), null, clock.instant()))));
    }
}
