package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.transport.transaction.Transaction;

/** Reports of which something else is due than reading them. Who has people told of it says here what an answer means. */
public interface OverdueReports {

    /** Somebody is at it. @return false when nothing is overdue; then nothing has changed */
    Uni<Boolean> acknowledge(Transaction transaction, ReportId report, PersonId person);
}
