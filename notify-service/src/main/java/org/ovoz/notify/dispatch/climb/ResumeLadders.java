package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.notify.directory.TeamsStopped;
import org.ovoz.transport.transaction.Transaction;

/** Teams were stopped: nothing waits for their people any more, and whoever steps in is told now. */
@ApplicationScoped
class ResumeLadders implements TeamsStopped {

    private final Ladders ladders;
    private final Clock clock;

    ResumeLadders(Ladders ladders, Clock clock) {
        this.ladders = ladders;
        this.clock = clock;
    }

    @Override
    public Uni<Void> handOver(Transaction transaction) {
        return ladders.resumeStopped(transaction.connection(), clock.instant());
    }
}
