package org.ovoz.intake.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Finds by its state what was left behind, whatever the reason: sends what was never begun, and never what may have gone out. */
@Singleton
class LookAfterTexts {

    private static final Logger LOG = Logger.getLogger(LookAfterTexts.class);

    private final OutgoingTexts texts;
    private final SendReply sendReply;
    private final SettleReply settleReply;
    private final Reconcile reconcile;
    private final DeliveryTimes times;
    private final Clock clock;

    LookAfterTexts(
            OutgoingTexts texts,
            SendReply sendReply,
            SettleReply settleReply,
            Reconcile reconcile,
            DeliveryTimes times,
            Clock clock) {
        this.texts = texts;
        this.sendReply = sendReply;
        this.settleReply = settleReply;
        this.reconcile = reconcile;
        this.times = times;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return each("due", texts.due(clock.instant()), sendReply::send)
                .chain(() ->
                        each("stuck", texts.stuck(clock.instant().minus(times.unknownAfter())), settleReply::giveUp));
    }

    @Scheduled(every = "{ovoz.delivery.ask-log-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> askTheCarriersLog() {
        return each("unknown", texts.unknown(clock.instant()), reconcile::reconcile);
    }

    /** What fails now is found by the next pass. */
    private static Uni<Void> each(String which, Uni<List<UUID>> found, Function<UUID, Uni<Void>> work) {
        return found.onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> work.apply(id)
                        .onFailure()
                        .invoke(fault -> LOG.warnf(
                                "%s text %s left to the next pass: %s",
                                which, id, fault.getClass().getSimpleName()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(fault -> LOG.warnf(
                        "%s texts left to the next pass: %s",
                        which, fault.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
