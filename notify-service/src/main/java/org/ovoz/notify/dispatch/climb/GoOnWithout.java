package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.transport.transaction.Transaction;

/** Somebody who held a ladder up is not there for this report any more: it goes on at once. */
@ApplicationScoped
public class GoOnWithout {

    private final Ladders ladders;
    private final Clock clock;

    GoOnWithout(Ladders ladders, Clock clock) {
        this.ladders = ladders;
        this.clock = clock;
    }

    /** The transaction holds the case's row locked. */
    public Uni<Void> goOn(Transaction transaction, ReportId report, PersonId person) {
        return ladders.goOnWithout(transaction.connection(), report, person, clock.instant());
    }
}
