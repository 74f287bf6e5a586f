package org.ovoz.transport.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.servers.TestServers;
import org.ovoz.local.servers.kafka.Topic;
import org.ovoz.transport.MovableClock;
import org.ovoz.transport.TestDatabase;
import org.ovoz.transport.outbox.OutboxEvent;
import org.ovoz.transport.outbox.OutboxProducer;
import org.ovoz.transport.outbox.OutboxRelay;
import org.ovoz.transport.outbox.RelayOptions;

class TransactionsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");

    private final String topic = "test.transactions." + UUID.randomUUID();
    private final Pool pool = TestDatabase.migrated("transport_transactions");
    private final Producer<String, byte[]> producer = OutboxProducer.open(
            TestServers.kafka(Topic.kept(topic, 1, Duration.ofHours(1))), "transactions-test", Map.of());
    private final OutboxRelay relay =
            new OutboxRelay(pool, producer, new MovableClock(NOW), RelayOptions.of(URI.create("urn:ovoz:test")));
    private final Transactions transactions = new Transactions(pool, relay);

    @BeforeEach
    void empty() {
        pool.query("TRUNCATE outbox").executeAndAwait();
    }

    @AfterEach
    void close() {
        relay.close();
        producer.close();
        pool.closeAndAwait();
    }

    @Test
    void whatIsToldIsPublishedAfterItsCommit() {
        String told = transactions
                .commit(transaction -> transaction.tell(List.of(event())).replaceWith("done"))
                .await()
                .atMost(SOON);
        assertThat(told).isEqualTo("done");
        Awaitility.await().atMost(SOON).until(() -> rows("published_at IS NOT NULL") == 1);
    }

    @Test
    void workForAfterwardsRunsOnlyOnceItIsCommitted() {
        CompletableFuture<Long> seenAfterwards = new CompletableFuture<>();
        transactions
                .commit(transaction -> {
                    transaction.afterCommit(() -> {
                        CompletableFuture.supplyAsync(() -> rows("true")).thenAccept(seenAfterwards::complete);
                    });
                    return transaction.tell(List.of(event()));
                })
                .await()
                .atMost(SOON);
        assertThat(seenAfterwards
                        .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                        .join())
                .isEqualTo(1);
    }

    @Test
    void whatFailsLeavesNothingAndTellsNothing() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> transactions
                        .commit(transaction -> {
                            transaction.afterCommit(never::countDown);
                            return transaction
                                    .tell(List.of(event()))
                                    .chain(() -> Uni.createFrom()
                                            .<String>failure(new IllegalArgumentException("on purpose")));
                        })
                        .await()
                        .atMost(SOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rows("true")).isZero();
        assertThat(never.getCount()).isEqualTo(1);
    }

    @Test
    void aCallerWhoHangsUpDoesNotLeaveHalfATransaction() {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Cancellable caller = transactions
                .commit(transaction -> {
                    begun.countDown();
                    return transaction
                            .tell(List.of(event()))
                            .chain(() -> Uni.createFrom().completionStage(goOn));
                })
                .subscribe()
                .with(done -> {});
        Awaitility.await().atMost(SOON).until(() -> begun.getCount() == 0);
        caller.cancel();
        goOn.complete(null);
        Awaitility.await().atMost(SOON).until(() -> rows("published_at IS NOT NULL") == 1);
    }

    @Test
    void workAfterCommitThatFailsDoesNotUndoIt() {
        transactions
                .commit(transaction -> {
                    transaction.afterCommit(() -> {
                        throw new IllegalStateException("on purpose");
                    });
                    return transaction.tell(List.of(event()));
                })
                .await()
                .atMost(SOON);
        assertThat(rows("true")).isEqualTo(1);
    }

    private OutboxEvent event() {
        return new OutboxEvent(UUID.randomUUID(), topic, UUID.randomUUID(), 1, "org.ovoz.Test.v1", NOW, "{}");
    }

    private long rows(String where) {
        return TestDatabase.number(pool, "SELECT count(*) FROM outbox WHERE " + where);
    }
}
