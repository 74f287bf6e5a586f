package org.ovoz.local.journeys.chaos.generator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ovoz.local.journeys.chaos.ledger.Ledger;
import org.ovoz.local.journeys.chaos.ledger.Outcome;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/**
 * Plays a plan as an open loop: texts are due by the schedule, whatever became of those before. Only a sender's own next text waits for
 * the outcome of the one before, and is not sent at all once an outcome stays unknown: it could overtake.
 */
public final class Traffic implements AutoCloseable {
    private final Plan plan;
    private final Stack stack;
    private final Clock clock;
    private final BringText bringText;
    private final List<CompletableFuture<Void>> dues = new ArrayList<>();
    private volatile boolean finished;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();

    public Traffic(Plan plan, Stack stack, Ledger ledger, Clock clock) {
        this.plan = plan;
        this.stack = stack;
        this.clock = clock;
        this.bringText = new BringText(stack, new Hotline(clock), ledger, threads);
    }

    /** Puts the senders' phones among the carrier's, so that what comes back is seen. */
    public void handOutPhones(Web web) {
        plan.senders().forEach(number -> new Phone(web, stack.carrier(), number).label("Chaos"));
    }

    /** @return completes when the last text that was sent has its outcome */
    public CompletableFuture<Void> start() {
        Instant began = clock.instant();
        Map<String, CompletableFuture<Boolean>> lastOf = new HashMap<>();
        CompletableFuture<?>[] all = new CompletableFuture<?>[plan.texts().size()];
        for (int i = 0; i < all.length; i++) {
            PlannedText text = plan.texts().get(i);
            CompletableFuture<Void> due = new CompletableFuture<>();
            dues.add(due);
            schedule.schedule(() -> due.complete(null), text.due().toNanos(), TimeUnit.NANOSECONDS);
            CompletableFuture<Boolean> before =
                    lastOf.getOrDefault(text.sender(), CompletableFuture.completedFuture(true));
            CompletableFuture<Boolean> settled = due.thenCombineAsync(
                    before, (now, goesOn) -> goesOn && bring(text, began.plus(text.due())), threads);
            lastOf.put(text.sender(), settled);
            all[i] = settled;
        }
        return CompletableFuture.allOf(all);
    }

    /** What is not due yet is not sent any more. */
    public void finish() {
        finished = true;
        dues.forEach(due -> due.complete(null));
    }

    /** @return whether its sender may go on */
    private boolean bring(PlannedText text, Instant due) {
        return !finished && bringText.bring(text, due, clock.instant()) != Outcome.UNKNOWN;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        threads.shutdownNow();
    }
}
