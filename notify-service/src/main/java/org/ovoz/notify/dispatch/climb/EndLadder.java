package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.ReportId;
import org.ovoz.transport.transaction.Transaction;

/** A report that was read, or closed, needs nobody more to be told. What is still to be read keeps its ladder. */
@ApplicationScoped
public class EndLadder {

    private final Ladders ladders;
    private final NobodyToTell nobodyToTell;
    private final Clock clock;

    EndLadder(Ladders ladders, NobodyToTell nobodyToTell, Clock clock) {
        this.ladders = ladders;
        this.nobodyToTell = nobodyToTell;
        this.clock = clock;
    }

    public Uni<Void> end(Transaction transaction, ReportId report) {
        return ladders.end(transaction.connection(), report, clock.instant())
                .chain(ended -> ended
                        ? nobodyToTell.over(transaction, report)
                        : Uni.createFrom().voidItem());
    }
}
