package org.ovoz.transport.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;

/** Sends what is in the event log again, with the same ids: for a topic that was lost, or a consumer that starts anew. */
public final class Republish {

    private static final int PAGE = 1_000;

    private final Pool pool;
    private final EventSender sender;
    private final Clock clock;
    private final Executor worker = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("republish-", 0).factory());

    public Republish(Pool pool, Producer<String, byte[]> producer, Clock clock, URI source) {
        this.pool = pool;
        this.sender = new EventSender(producer, source);
        this.clock = clock;
    }

    /**
     * Oldest first, up to the moment of the call. Fails at the first event that is not acknowledged; calling again is harmless.
     *
     * @return how many events were acknowledged
     */
    public Uni<Long> since(Instant since) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(transaction ->
                        OutboxRows.log(transaction, since, clock.instant()).chain(this::sendAll)));
    }

    private Uni<Long> sendAll(Cursor log) {
        return Multi.createBy()
                .repeating()
                .uni(() -> log.read(PAGE).map(OutboxRows::toEvents).call(this::send))
                .whilst(page -> log.hasMore())
                .collect()
                .with(Collectors.summingLong(List::size));
    }

    private Uni<Void> send(List<OutboxEvent> page) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(
                                () -> page.stream().map(sender::send).toArray(CompletableFuture[]::new), worker)
                        .thenCompose(CompletableFuture::allOf));
    }
}
