package org.ovoz.notify.canary;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ovoz.transport.transaction.Transactions;

/** Plans a test report for each line and language: by the schedule, or now. */
@ApplicationScoped
class PlanCanaries {

    private final Transactions transactions;
    private final Canaries canaries;
    private final Lines lines;
    private final Sentences sentences;
    private final CanarySettings settings;
    private final Clock clock;

    PlanCanaries(
            Transactions transactions,
            Canaries canaries,
            Lines lines,
            Sentences sentences,
            CanarySettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.canaries = canaries;
        this.lines = lines;
        this.sentences = sentences;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> bySchedule() {
        return settings.every()
                .map(every -> plan(every).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** @return how many; none for what is planned already */
    Uni<Integer> now() {
        return plan(Duration.ZERO);
    }

    private Uni<Integer> plan(Duration every) {
        Instant now = clock.instant();
        return transactions.commit(transaction ->
                canaries.plan(transaction.connection(), lines.names(), sentences.languages(), now, now.minus(every)));
    }
}
