package org.ovoz.transport.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ovoz.transport.outbox.OutboxFixture.SOURCE;
import static org.ovoz.transport.outbox.OutboxFixture.header;

import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.transport.TestDatabase;

class OutboxRelayTest {

    private OutboxFixture outbox;

    @BeforeEach
    void open() {
        outbox = new OutboxFixture();
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void aCommittedEventIsPublishedAsACloudEventInBinaryMode() {
        OutboxEvent event = outbox.commit(outbox.events(1)).getFirst();
        outbox.publish(List.of(event));
        ConsumerRecord<String, byte[]> message = outbox.published().getFirst();
        assertThat(message.key()).isEqualTo(event.key());
        assertThat(new String(message.value(), StandardCharsets.UTF_8)).isEqualTo(event.json());
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_id")).isEqualTo(event.id().toString());
        assertThat(header(message, "ce_type")).isEqualTo("org.ovoz.Test.v1");
        assertThat(header(message, "ce_source")).isEqualTo(SOURCE.toString());
        assertThat(header(message, "ce_subject")).isEqualTo(event.key());
        assertThat(Instant.parse(header(message, "ce_time"))).isEqualTo(event.occurredAt());
        assertThat(header(message, "ce_sequence")).isEqualTo("1");
        assertThat(header(message, "content-type")).isEqualTo("application/json");
    }

    @Test
    void theRowStaysAsTheLogWithTheTimeOfItsPublication() {
        outbox.publish(outbox.commit(outbox.events(1)));
        assertThat(TestDatabase.rows(outbox.pool, "SELECT published_at FROM outbox"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.getOffsetDateTime(0).toInstant()).isEqualTo(OutboxFixture.START));
    }

    @Test
    void whatRolledBackIsNotInTheOutbox() {
        outbox.pool
                .withTransaction(transaction -> OutboxTable.append(transaction, outbox.events(2))
                        .onItem()
                        .failWith(() -> new IllegalStateException("changed my mind")))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(outbox.unpublished()).isZero();
    }

    @Test
    void whatACrashLeftBehindAfterCommitIsPublishedByTheSweeper() {
        List<OutboxEvent> left = outbox.commit(outbox.events(3));
        outbox.clock.pass(Duration.ofSeconds(10));
        assertThat(outbox.sweep()).isEqualTo(3);
        assertThat(outbox.publishedIds()).containsExactlyElementsOf(ids(left));
        assertThat(outbox.unpublished()).isZero();
        assertThat(outbox.sweep()).isZero();
    }

    @Test
    void theSweeperLeavesWhatIsYoungToTheStraightWay() {
        outbox.commit(outbox.events(1));
        assertThat(outbox.sweep()).isZero();
        assertThat(backlog()).isZero();
        outbox.clock.pass(Duration.ofSeconds(10));
        assertThat(backlog()).isEqualTo(1);
        assertThat(outbox.sweep()).isEqualTo(1);
    }

    @Test
    void anEventWhoseMarkWasLostIsSentAgainWithTheSameId() {
        List<OutboxEvent> events = outbox.commit(outbox.events(1));
        outbox.publish(events);
        outbox.pool.query("UPDATE outbox SET published_at = NULL").executeAndAwait();
        outbox.clock.pass(Duration.ofSeconds(10));
        assertThat(outbox.sweep()).isEqualTo(1);
        assertThat(outbox.publishedIds()).hasSize(2).containsOnlyElementsOf(ids(events));
    }

    @Test
    void thePassGoesThroughMoreThanOnePageInOrder() {
        List<OutboxEvent> many = outbox.commit(outbox.events(1_234));
        outbox.clock.pass(Duration.ofSeconds(10));
        assertThat(outbox.sweep()).isEqualTo(1_234);
        assertThat(outbox.publishedIds()).containsExactlyElementsOf(ids(many));
    }

    @Test
    void aBrokerThatIsAwayLosesNothingAndKeepsNobodyWaiting() {
        List<OutboxEvent> events = outbox.commit(outbox.events(200));
        String nobody = "127.0.0.1:" + FreePorts.one();
        try (Producer<String, byte[]> lost = OutboxProducer.open(nobody, "lost", Map.of())) {
            OutboxRelay away = new OutboxRelay(outbox.pool, lost, outbox.clock, RelayOptions.of(SOURCE));
            long before = System.nanoTime();
            events.forEach(event -> away.publishCommitted(List.of(event)));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            outbox.clock.pass(Duration.ofSeconds(10));
            assertThat(away.sweep().await().atMost(Duration.ofSeconds(20))).isZero();
            away.close();
        }
        assertThat(outbox.unpublished()).isEqualTo(200);
        assertThat(outbox.sweep()).isEqualTo(200);
        assertThat(new HashSet<>(outbox.publishedIds())).hasSize(200);
    }

    @Test
    void theSweeperWorksByItselfOnceStarted() {
        outbox.commit(outbox.events(5));
        outbox.clock.pass(Duration.ofSeconds(10));
        outbox.relay.start();
        outbox.awaitPublished(5);
        outbox.commit(outbox.events(5));
        outbox.clock.pass(Duration.ofSeconds(10));
        outbox.awaitPublished(10);
    }

    @Test
    void aQueueThatIsFullIsLeftToTheSweeper() {
        RelayOptions narrow = new RelayOptions(SOURCE, Duration.ofSeconds(3), Duration.ofSeconds(1), 500, 1);
        OutboxRelay relay = new OutboxRelay(outbox.pool, outbox.producer, outbox.clock, narrow);
        List<OutboxEvent> events = outbox.commit(outbox.events(300));
        events.forEach(event -> relay.publishCommitted(List.of(event)));
        outbox.clock.pass(Duration.ofSeconds(10));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            relay.sweep().await().atMost(Duration.ofSeconds(10));
            return outbox.unpublished() == 0;
        });
        relay.close();
        assertThat(new HashSet<>(outbox.publishedIds())).hasSize(300);
    }

    @Test
    void aRelayThatIsClosedStillAcceptsAndLeavesItToTheNext() {
        outbox.relay.close();
        outbox.relay.publishCommitted(outbox.commit(outbox.events(1)));
        assertThat(outbox.unpublished()).isEqualTo(1);
    }

    @Test
    void whoMeasuresIsToldOfEachEventThatKafkaHas() {
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        try (OutboxRelay measured =
                new OutboxRelay(outbox.pool, outbox.producer, outbox.clock, RelayOptions.of(SOURCE), took::add)) {
            measured.publishCommitted(outbox.commit(outbox.events(3)));
            outbox.awaitPublished(3);
            assertThat(took).hasSize(3).allMatch(Duration::isPositive);
        }
    }

    @Test
    void republishSendsTheSameIdsAgain() {
        List<OutboxEvent> old = outbox.commit(outbox.events(1));
        outbox.publish(old);
        outbox.clock.pass(Duration.ofMinutes(1));
        Instant since = outbox.clock.instant();
        List<OutboxEvent> recent = outbox.commit(outbox.events(2));
        outbox.relay.publishCommitted(recent);
        outbox.awaitPublished(3);
        outbox.clock.pass(Duration.ofMinutes(1));
        Republish republish = new Republish(outbox.pool, outbox.producer, outbox.clock, SOURCE);
        assertThat(republish.since(since).await().atMost(Duration.ofSeconds(20)))
                .isEqualTo(2);
        assertThat(outbox.publishedIds().subList(3, 5)).containsExactlyElementsOf(ids(recent));
    }

    @Test
    void republishReadsALongLogBitByBit() {
        List<OutboxEvent> log = outbox.commit(outbox.events(2_500));
        outbox.clock.pass(Duration.ofMinutes(1));
        Republish republish = new Republish(outbox.pool, outbox.producer, outbox.clock, SOURCE);
        assertThat(republish.since(Instant.EPOCH).await().atMost(Duration.ofSeconds(20)))
                .isEqualTo(2_500);
        assertThat(outbox.publishedIds()).containsExactlyElementsOf(ids(log));
        assertThat(republish.since(outbox.clock.instant()).await().atMost(Duration.ofSeconds(20)))
                .isZero();
    }

    @Test
    void theSameSequenceTwiceIsRefused() {
        OutboxEvent first = outbox.commit(outbox.events(1)).getFirst();
        OutboxEvent rival = new OutboxEvent(
                UUID.randomUUID(), first.topic(), first.key(), 1, first.type(), first.occurredAt(), "{}");
        assertThatThrownBy(() -> outbox.commit(List.of(rival))).isInstanceOf(PgException.class);
    }

    @Test
    void printingAnEventShowsIdsOnly() {
        assertThat(outbox.events(1).getFirst().toString()).doesNotContain("дa");
    }

    private long backlog() {
        return outbox.relay.backlog().await().atMost(Duration.ofSeconds(10));
    }

    private static List<String> ids(List<OutboxEvent> events) {
        return events.stream().map(event -> event.id().toString()).toList();
    }
}
