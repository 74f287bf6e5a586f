package org.ovoz.notify.directory;

import io.smallrye.mutiny.Uni;
import org.ovoz.transport.transaction.Transaction;

/** Teams were suspended: what only they answered is somebody else's now. Runs in the transaction of the suspension, after it. */
public interface TeamsStopped {

    Uni<Void> handOver(Transaction transaction);
}
