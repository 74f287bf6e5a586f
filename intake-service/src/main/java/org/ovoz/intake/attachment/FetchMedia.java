package org.ovoz.intake.attachment;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Works off what came with texts, a few at a time, so that memory is bounded. Each is taken for a while: what a dead process left is due
 * again after that, and what two of them fetched is stored by one.
 */
@Singleton
public class FetchMedia {

    private static final Logger LOG = Logger.getLogger(FetchMedia.class);

    /** At once, with some megabytes each. */
    private static final int LANES = 3;

    private final MediaRows rows;
    private final SettleMedium settleMedium;
    private final MediaTimes times;
    private final Clock clock;
    private final AtomicInteger busy = new AtomicInteger();

    FetchMedia(MediaRows rows, SettleMedium settleMedium, MediaTimes times, Clock clock) {
        this.rows = rows;
        this.settleMedium = settleMedium;
        this.times = times;
        this.clock = clock;
    }

    /** Something was committed that is to be fetched. Starts and does not wait; what goes wrong is found by the sweep. */
    public void start() {
        workOff().subscribe().with(done -> {}, fault -> LOG.warnf("media are left to the sweep: %s", name(fault)));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return workOff()
                .onFailure()
                .invoke(fault -> LOG.warnf("media are left to the next sweep: %s", name(fault)))
                .onFailure()
                .recoverWithNull();
    }

    /** Beside the lanes that are at it; completes once nothing is due, or at once if there are enough of them. */
    Uni<Void> workOff() {
        return Uni.createFrom().deferred(() -> {
            if (busy.incrementAndGet() > LANES) {
                busy.decrementAndGet();
                return Uni.createFrom().voidItem();
            }
            return Uni.createFrom()
                    .deferred(this::next)
                    .repeat()
                    .whilst(found -> found)
                    .collect()
                    .last()
                    .replaceWithVoid()
                    .onTermination()
                    .invoke(busy::decrementAndGet);
        });
    }

    /** False once nothing is due. */
    private Uni<Boolean> next() {
        return rows.take(clock.instant(), clock.instant().plus(times.takenFor()))
                .chain(taken -> taken.map(medium -> lookAfter(medium).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** One that fails is due again once its time is over, and does not keep the others. */
    private Uni<Void> lookAfter(WaitingMedium medium) {
        return settleMedium
                .lookAfter(medium)
                .onFailure()
                .invoke(fault -> LOG.warnf("medium %s is left to the sweep: %s", medium.item(), name(fault)))
                .onFailure()
                .recoverWithNull();
    }

    private static String name(Throwable fault) {
        return fault.getClass().getSimpleName();
    }
}
