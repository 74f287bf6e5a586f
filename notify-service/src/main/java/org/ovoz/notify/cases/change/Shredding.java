package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import org.ovoz.contracts.ReportId;
import org.ovoz.transport.transaction.Transaction;

/** Takes part when a report is erased, in the same transaction: what a feature keeps of it that must not outlive it goes. */
public interface Shredding {

    Uni<Void> shred(Transaction transaction, ReportId report);
}
