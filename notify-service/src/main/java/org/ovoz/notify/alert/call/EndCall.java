package org.ovoz.notify.alert.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.alert.Alerts;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Takes that a call is over. Unless a key was pressed it has failed, and so have those that were bundled in it. */
@ApplicationScoped
class EndCall {

    private final Transactions transactions;
    private final PlacedCalls calls;
    private final Alerts alerts;
    private final AuditLog audit;
    private final Clock clock;

    EndCall(Transactions transactions, PlacedCalls calls, Alerts alerts, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.calls = calls;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same end again changes nothing. */
    Uni<Void> end(UUID alert, String reason) {
        return transactions.commit(transaction -> calls.end(transaction.connection(), alert, reason)
                .chain(ended -> ended.filter(PlacedCalls.Ended::failed)
                        .map(failed -> alerts.failBundled(transaction.connection(), alert)
                                .chain(() -> keep(transaction, failed.report())))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> keep(Transaction transaction, @Nullable UUID report) {
        return report == null
                ? Uni.createFrom().voidItem()
                : audit.append(
                        transaction.connection(),
                        AuditEntry.ofReport(new ReportId(report), "alert-failed", null, clock.instant()));
    }
}
