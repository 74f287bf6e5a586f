package org.ovoz.transport.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.transport.batch.NaturalBatch;
import org.ovoz.transport.faults.DatabaseFaults;

/**
 * The thread that talks to the producer, which may block, and the events that are on their way. A broker that does not answer empties
 * the line: its rows stay unpublished, and the sweeper finds them.
 */
final class RelayLine implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayLine.class);
    private static final int MARKED_TOGETHER = 500;

    private final EventSender sender;
    private final Consumer<Duration> acknowledged;
    private final NaturalBatch<OutboxEvent, @Nullable Void> marks;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Runnable> queue;
    private final ThreadPoolExecutor thread;
    private volatile boolean brokerAway;

    RelayLine(EventSender sender, OutboxRows rows, int queueSize, Consumer<Duration> acknowledged) {
        this.sender = sender;
        this.acknowledged = acknowledged;
        this.marks =
                new NaturalBatch<>(MARKED_TOGETHER, 1, rows::markPublished, fault -> !DatabaseFaults.passes(fault));
        this.queue = new ArrayBlockingQueue<>(queueSize);
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, queue, RelayLine::daemon, (task, pool) -> ((Task) task).giveUp());
    }

    boolean brokerAway() {
        return brokerAway;
    }

    void offer(List<OutboxEvent> events) {
        List<OutboxEvent> fresh =
                events.stream().filter(event -> underWay.add(event.id())).toList();
        thread.execute(new Task(fresh, new CompletableFuture<>(), acknowledged));
    }

    /** Completes with the events that were acknowledged and marked; events already under way are left alone. */
    CompletableFuture<List<OutboxEvent>> resend(List<OutboxEvent> events) {
        List<OutboxEvent> left =
                events.stream().filter(event -> underWay.add(event.id())).toList();
        Task task = new Task(left, new CompletableFuture<>(), took -> {});
        thread.execute(task);
        return task.done();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "outbox-relay");
        thread.setDaemon(true);
        return thread;
    }

    private final class Task implements Runnable {

        private final List<OutboxEvent> events;
        private final CompletableFuture<List<OutboxEvent>> done;
        private final Consumer<Duration> timed;
        private final long since = System.nanoTime();

        Task(List<OutboxEvent> events, CompletableFuture<List<OutboxEvent>> done, Consumer<Duration> timed) {
            this.events = events;
            this.done = done;
            this.timed = timed;
        }

        CompletableFuture<List<OutboxEvent>> done() {
            return done;
        }

        @Override
        public void run() {
            List<CompletableFuture<@Nullable OutboxEvent>> fates = new ArrayList<>(events.size());
            brokerAway = false;
            for (OutboxEvent event : events) {
                if (brokerAway) {
                    underWay.remove(event.id());
                } else {
                    fates.add(publish(event, () -> timed.accept(Duration.ofNanos(System.nanoTime() - since))));
                }
            }
            if (brokerAway) {
                emptyTheLine();
            }
            CompletableFuture.allOf(fates.toArray(CompletableFuture[]::new))
                    .thenRun(() -> done.complete(fates.stream()
                            .map(CompletableFuture::join)
                            .filter(Objects::nonNull)
                            .toList()));
        }

        void giveUp() {
            events.forEach(event -> underWay.remove(event.id()));
            done.complete(List.of());
        }
    }

    private CompletableFuture<@Nullable OutboxEvent> publish(OutboxEvent event, Runnable whenAcknowledged) {
        return sender.send(event)
                .whenComplete((sent, fault) -> {
                    if (fault == null) {
                        whenAcknowledged.run();
                    }
                })
                .thenCompose(sent -> marks.submit(sent).map(marked -> sent).subscribeAsCompletionStage())
                .<@Nullable OutboxEvent>handle((sent, fault) -> {
                    underWay.remove(event.id());
                    if (fault != null) {
                        leave(event, fault);
                    }
                    return fault == null ? sent : null;
                });
    }

    private void leave(OutboxEvent event, Throwable fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        if (cause instanceof RetriableException) {
            brokerSeemsAway(cause);
            return;
        }
        LOG.warnf(
                "event %s left to the sweeper: %s", event.id(), cause.getClass().getSimpleName());
    }

    private void brokerSeemsAway(Throwable fault) {
        if (!brokerAway) {
            brokerAway = true;
            LOG.warnf(
                    "broker does not answer, events wait in the outbox: %s",
                    fault.getClass().getSimpleName());
        }
    }

    private void emptyTheLine() {
        List<Runnable> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(task -> ((Task) task).giveUp());
    }
}
