package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.transport.transaction.Transaction;

/** Reports that somebody holds and offers to others. Who has them offered says here how one is taken; dispatch knows none of it. */
public interface OfferedReports {

    /** @return false when it is not offered to the caller; then nothing has changed */
    Uni<Boolean> take(Transaction transaction, Caller caller, ReportId report);
}
