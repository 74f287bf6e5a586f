package org.ovoz.notify.order;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.cases.change.CloseCase;
import org.ovoz.notify.cases.change.MarkOpened;
import org.ovoz.notify.claim.RenewLease;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.dispatch.climb.EndLadder;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** What a done order means for the case. Replies, erasures and grants are told by intake's own events. */
@ApplicationScoped
class RecordOrder {

    private final Transactions transactions;
    private final MarkOpened markOpened;
    private final CloseCase closeCase;
    private final EndLadder endLadder;
    private final RenewLease renewLease;
    private final AuditLog audit;
    private final Clock clock;

    RecordOrder(
            Transactions transactions,
            MarkOpened markOpened,
            CloseCase closeCase,
            EndLadder endLadder,
            RenewLease renewLease,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.markOpened = markOpened;
        this.closeCase = closeCase;
        this.endLadder = endLadder;
        this.renewLease = renewLease;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param asked before intake was; what came later may not be in its answer, and counts as unread */
    Uni<Void> record(Caller caller, OrderCheck.Passes passes, Instant asked) {
        PersonId who = caller.id();
        OrderClaims order = passes.claims();
        return transactions.commit(transaction -> renewLease
                .renew(transaction.connection(), who, order.rid())
                .chain(() -> effect(transaction, who, passes, asked)));
    }

    private Uni<Void> effect(Transaction transaction, PersonId who, OrderCheck.Passes passes, Instant asked) {
        ReportId report = passes.claims().rid();
        Instant now = clock.instant();
        return switch (passes.claims().act()) {
            case FETCH ->
                markOpened.mark(transaction, report, who, asked).chain(() -> endLadder.end(transaction, report));
            case CLOSE ->
                closeCase
                        .closeByOrder(transaction, report, who, Objects.requireNonNull(passes.reason()), asked, now)
                        .chain(() -> endLadder.end(transaction, report));
            case NOTE -> audit.append(transaction.connection(), AuditEntry.ofReport(report, "note-added", who, now));
            case TRIAGE ->
                audit.append(transaction.connection(), AuditEntry.ofReport(report, "triage-changed", who, now));
            case CONTRACT ->
                audit.append(transaction.connection(), AuditEntry.ofReport(report, "contract-recorded", who, now));
            case REPLY, WITHDRAW, ERASE, GRANT, ATTACHMENT -> Uni.createFrom().voidItem();
        };
    }
}
