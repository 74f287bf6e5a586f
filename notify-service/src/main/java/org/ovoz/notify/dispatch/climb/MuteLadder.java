package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.ReportId;
import org.ovoz.transport.transaction.Transaction;

/** A reporter was blocked: what climbs ends, and nothing begins while the block holds. What waits to be read gets a ladder afterwards. */
@ApplicationScoped
public class MuteLadder {

    private final Ladders ladders;
    private final NobodyToTell nobodyToTell;
    private final Clock clock;

    MuteLadder(Ladders ladders, NobodyToTell nobodyToTell, Clock clock) {
        this.ladders = ladders;
        this.nobodyToTell = nobodyToTell;
        this.clock = clock;
    }

    public Uni<Void> mute(Transaction transaction, ReportId report) {
        return ladders.mute(transaction.connection(), report, clock.instant())
                .chain(ended -> ended
                        ? nobodyToTell.over(transaction, report)
                        : Uni.createFrom().voidItem());
    }
}
