package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.transport.transaction.Transaction;

/** A round in which there was nobody to tell: kept, said loudly, and put before every coordinator there is. */
@ApplicationScoped
class NobodyToTell {

    private static final Logger LOG = Logger.getLogger(NobodyToTell.class);

    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final AuditLog audit;

    NobodyToTell(RaiseNotice raiseNotice, EndNotice endNotice, AuditLog audit) {
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.audit = audit;
    }

    Uni<Void> over(Transaction transaction, ReportId report) {
        return endNotice.end(transaction, NoticeKind.NOBODY_ALERTED, report.toString());
    }

    Uni<Void> keep(Transaction transaction, ReportId report, Instant now) {
        LOG.errorf("nobody could be alerted of report %s", report);
        return raiseNotice
                .raise(transaction, NoticeKind.NOBODY_ALERTED, report.toString(), null)
                .chain(raised -> raised
                        ? audit.append(
                                transaction.connection(), AuditEntry.ofReport(report, "nobody-alerted", null, now))
                        : Uni.createFrom().voidItem());
    }
}
