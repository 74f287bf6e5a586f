package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.change.MarkUnread;
import org.ovoz.notify.dispatch.climb.StartLadder;
import org.ovoz.transport.transaction.Transaction;

/** A report waits for somebody to look at it: whoever holds it is alerted first, then the others, rung by rung. */
@ApplicationScoped
public class Pass {

    private final MarkUnread markUnread;
    private final StartLadder startLadder;

    Pass(MarkUnread markUnread, StartLadder startLadder) {
        this.markUnread = markUnread;
        this.startLadder = startLadder;
    }

    /** The transaction holds the case's row locked. */
    public Uni<Void> on(Transaction transaction, ReportId report) {
        return markUnread
                .mark(transaction.connection(), report)
                .chain(() -> startLadder.start(transaction, Ids.random(), report));
    }
}
