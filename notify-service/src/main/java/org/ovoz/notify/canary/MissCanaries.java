package org.ovoz.notify.canary;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A canary that has not come through in time: the line may be dead, and all coordinators hear of it. */
@ApplicationScoped
class MissCanaries {

    private static final Logger LOG = Logger.getLogger(MissCanaries.class);

    private final Transactions transactions;
    private final Canaries canaries;
    private final RaiseNotice raiseNotice;
    private final CanarySettings settings;
    private final Clock clock;

    MissCanaries(
            Transactions transactions,
            Canaries canaries,
            RaiseNotice raiseNotice,
            CanarySettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.canaries = canaries;
        this.raiseNotice = raiseNotice;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(transaction -> canaries.missing(
                        transaction.connection(), clock.instant().minus(settings.arrivesWithin()))
                .chain(missing -> Multi.createFrom()
                        .iterable(missing)
                        .onItem()
                        .transformToUniAndConcatenate(canary -> raise(transaction, canary))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    Uni<Void> raise(Transaction transaction, Canary canary) {
        LOG.errorf("canary %s, %s, has not come through", canary.id(), canary.subject());
        return raiseNotice
                .raise(transaction, NoticeKind.DEAD_LINE, canary.subject(), null)
                .replaceWithVoid();
    }
}
