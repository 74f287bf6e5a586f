package org.ovoz.transport.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Sends what is in the event log again, with the same ids: for a topic that was lost, or a consumer that starts anew. */
public final class Republish {

    private static final int PAGE = 1_000;

    private final OutboxRows rows;
    private final EventSender sender;
    private final Clock clock;
    private final Executor worker = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("republish-", 0).factory());

    public Republish(Pool pool, Producer<String, byte[]> producer, Clock clock, URI source) {
        this.rows = new OutboxRows(pool, clock);
        this.sender = new EventSender(producer, source);
        this.clock = clock;
    }

    /**
     * Oldest first, up to the moment of the call. Fails at the first event that is not acknowledged; calling again is harmless.
     *
     * @return how many events were acknowledged
     */
    public Uni<Long> since(Instant since) {
        return Uni.createFrom().deferred(() -> pages(since, clock.instant(), null, 0));
    }

    private Uni<Long> pages(Instant since, Instant until, @Nullable OutboxEvent after, long sent) {
        return rows.from(since, until, after, PAGE).chain(page -> {
            if (page.isEmpty()) {
                return Uni.createFrom().item(sent);
            }
            return Uni.createFrom()
                    .completionStage(() -> sendAll(page))
                    .chain(ignored -> pages(since, until, page.getLast(), sent + page.size()));
        });
    }

    private CompletableFuture<Void> sendAll(List<OutboxEvent> page) {
        return CompletableFuture.supplyAsync(
                        () -> page.stream().map(sender::send).toArray(CompletableFuture[]::new), worker)
                .thenCompose(CompletableFuture::allOf);
    }
}
