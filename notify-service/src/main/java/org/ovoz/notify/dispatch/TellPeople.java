package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.WriteAlerts;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transaction;

/** Writes the alerts; when there is nobody to tell, that is kept and said loudly. */
@ApplicationScoped
class TellPeople {

    private static final Logger LOG = Logger.getLogger(TellPeople.class);

    private final WriteAlerts writeAlerts;
    private final AuditLog audit;
    private final Clock clock;

    TellPeople(WriteAlerts writeAlerts, AuditLog audit, Clock clock) {
        this.writeAlerts = writeAlerts;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Void> tell(Transaction transaction, UUID cause, ReportId report, String text, List<PersonId> people) {
        return writeAlerts.write(transaction, cause, report, text, people).chain(written -> {
            if (written > 0) {
                return Uni.createFrom().voidItem();
            }
            LOG.errorf("nobody could be alerted of report %s", report);
            return audit.append(
                    transaction.connection(), AuditEntry.ofReport(report, "nobody-alerted", null, clock.instant()));
        });
    }
}
