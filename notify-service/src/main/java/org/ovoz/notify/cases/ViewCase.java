package org.ovoz.notify.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.problem.Problems;
import org.ovoz.transport.transaction.Transactions;

/** Shows a case, and keeps that it was shown. */
@ApplicationScoped
class ViewCase {

    private final Transactions transactions;
    private final Cases cases;
    private final Timeline timeline;
    private final AuditLog audit;
    private final Clock clock;

    ViewCase(Transactions transactions, Cases cases, Timeline timeline, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Fails with 404 for what is not there and for what is not the caller's. */
    Uni<CasesResource.CaseDetail> view(Caller caller, ReportId report) {
        AuditEntry entry = AuditEntry.ofReport(report, "case-viewed", caller.id(), clock.instant());
        return transactions
                .commit(transaction -> cases.one(transaction.connection(), caller, report)
                        .map(found -> found.orElseThrow(Problems::unknownReport))
                        .call(view -> audit.append(transaction.connection(), entry)))
                .chain(view -> timeline.of(caller, report).map(lines -> new CasesResource.CaseDetail(view, lines)));
    }

    Uni<Void> queueViewed(Caller caller) {
        AuditEntry entry = AuditEntry.ofReading(caller.id(), "queue-viewed", clock.instant());
        return transactions.commit(transaction -> audit.append(transaction.connection(), entry));
    }
}
