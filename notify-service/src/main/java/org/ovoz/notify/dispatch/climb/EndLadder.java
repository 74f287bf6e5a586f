package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.transport.transaction.Transaction;

/** A report that was read, or closed, needs nobody more to be told. What is still to be read keeps its ladder. */
@ApplicationScoped
public class EndLadder {

    private final Ladders ladders;
    private final EndNotice endNotice;
    private final Clock clock;

    EndLadder(Ladders ladders, EndNotice endNotice, Clock clock) {
        this.ladders = ladders;
        this.endNotice = endNotice;
        this.clock = clock;
    }

    public Uni<Void> end(Transaction transaction, ReportId report) {
        return ladders.end(transaction.connection(), report, clock.instant())
                .chain(() -> endNotice.end(transaction, NoticeKind.NOBODY_ALERTED, report.toString()));
    }
}
