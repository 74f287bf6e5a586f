package org.ovoz.transport.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Brings committed events to Kafka.
 *
 * <p>The straight way: {@link #publishCommitted} right after COMMIT. The safe way: the sweeper finds by state what is committed and not
 * marked as published, whatever the reason (a crash after COMMIT, a broker that was away, a full queue, a mark that failed). So an event
 * can be sent twice and is never lost; consumers tell by its id.
 *
 * <p>Several instances may run on one outbox: they send some events twice at worst.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final OutboxRows rows;
    private final RelayLine line;
    private final Clock clock;
    private final RelayOptions options;
    private final ScheduledExecutorService sweeps = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "outbox-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    /** The producer stays the caller's: closing the relay does not close it. */
    public OutboxRelay(Pool pool, Producer<String, byte[]> producer, Clock clock, RelayOptions options) {
        this(pool, producer, clock, options, took -> {});
    }

    /**
     * @param acknowledged told for each event that went the straight way how long that took from when it was handed over after its
     *     COMMIT until Kafka had it; on the producer's thread, so it must be quick
     */
    public OutboxRelay(
            Pool pool,
            Producer<String, byte[]> producer,
            Clock clock,
            RelayOptions options,
            Consumer<Duration> acknowledged) {
        this.rows = new OutboxRows(pool, clock);
        EventSender sender = new EventSender(producer, options.source());
        this.line = new RelayLine(sender, rows, options.queueSize(), acknowledged);
        this.clock = clock;
        this.options = options;
    }

    /** Starts the sweeper. {@link #publishCommitted} and {@link #sweep} work without it. */
    public void start() {
        sweepAfter(0);
    }

    /** Call after COMMIT, never before. Does not block and does not fail: what cannot be sent now is left to the sweeper. */
    public void publishCommitted(List<OutboxEvent> events) {
        line.offer(events);
    }

    /**
     * One pass over what was left behind, oldest first, until nothing is left or the broker does not answer.
     *
     * @return how many events were acknowledged
     */
    public Uni<Integer> sweep() {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new SweepPass(rows, line, clock.instant().minus(options.grace()), options.sweepSize()),
                        SweepPass::page)
                .whilst(SweepPass.Page::isMore)
                .collect()
                .with(Collectors.summingInt(SweepPass.Page::sent));
    }

    /** Events that should be out by now and are not. For health and metrics. */
    public Uni<Long> backlog() {
        return Uni.createFrom()
                .deferred(() -> rows.countUnpublished(clock.instant().minus(options.grace())));
    }

    @Override
    public void close() {
        sweeps.shutdownNow();
        line.close();
    }

    private void sweepAfter(long millis) {
        if (!sweeps.isShutdown()) {
            sweeps.schedule(this::sweepAndGoOn, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void sweepAndGoOn() {
        CompletableFuture<Integer> pass = sweep().subscribeAsCompletionStage();
        pass.whenComplete((sent, fault) -> {
            if (fault != null) {
                LOG.warnf("sweep of the outbox failed: %s", fault.getClass().getSimpleName());
            } else if (sent > 0) {
                LOG.infof("sweep of the outbox sent %d events that were left behind", sent);
            }
            sweepAfter(options.sweepEvery().toMillis());
        });
    }
}
