package org.ovoz.notify.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.ovoz.transport.inbox.Inbox;
import org.ovoz.transport.inbox.InboxBacklog;

/**
 * Shows what is parked, as metrics {@code ovoz.inbox.*} and beside the health of the service. It makes nothing unhealthy: a restart
 * would not help, a person must look.
 */
@Readiness
@ApplicationScoped
class WatchBacklog implements AsyncHealthCheck {

    private final Inbox inbox;
    private volatile InboxBacklog latest = new InboxBacklog(0, 0, 0);

    WatchBacklog(Inbox inbox, MeterRegistry meters) {
        this.inbox = inbox;
        gauge(meters, "parked", InboxBacklog::parked);
        gauge(meters, "waiting", InboxBacklog::waiting);
        gauge(meters, "unreadable", InboxBacklog::unreadable);
    }

    /** What was seen last stays when the database does not answer. */
    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return look().replaceWithVoid();
    }

    private Uni<InboxBacklog> look() {
        return inbox.backlog().invoke(backlog -> latest = backlog).onFailure().recoverWithItem(() -> latest);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return look().map(backlog -> HealthCheckResponse.named("inbox")
                .up()
                .withData("parked", backlog.parked())
                .withData("waiting", backlog.waiting())
                .withData("unreadable", backlog.unreadable())
                .build());
    }

    private void gauge(MeterRegistry meters, String what, ToDoubleFunction<InboxBacklog> count) {
        meters.gauge("ovoz.inbox." + what, this, watch -> count.applyAsDouble(watch.latest));
    }
}
