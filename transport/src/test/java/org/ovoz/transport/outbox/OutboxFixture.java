package org.ovoz.transport.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.ovoz.local.servers.TestServers;
import org.ovoz.local.servers.kafka.Topic;
import org.ovoz.transport.MovableClock;
import org.ovoz.transport.TestDatabase;

/** An outbox in a real database and a topic of its own on a real broker. */
final class OutboxFixture implements AutoCloseable {

    static final URI SOURCE = URI.create("urn:ovoz:test");
    static final Instant START = Instant.parse("2026-11-24T04:00:00.123456Z");

    final MovableClock clock = new MovableClock(START);
    final Pool pool = TestDatabase.migrated("transport_outbox");
    final String topic = "test.outbox." + UUID.randomUUID();
    final String bootstrap = TestServers.kafka(Topic.kept(topic, 1, Duration.ofHours(1)));
    final Producer<String, byte[]> producer = OutboxProducer.open(bootstrap, "outbox-test", Map.of());
    final OutboxRelay relay = new OutboxRelay(pool, producer, clock, RelayOptions.of(SOURCE));

    OutboxFixture() {
        pool.query("TRUNCATE outbox").executeAndAwait();
    }

    List<OutboxEvent> events(int count) {
        UUID key = UUID.randomUUID();
        return LongStream.rangeClosed(1, count)
                .mapToObj(sequence -> new OutboxEvent(
                        UUID.randomUUID(), topic, key, sequence, "org.ovoz.Test.v1", clock.instant(), "{\"n\":\"дa\"}"))
                .toList();
    }

    /** As a service does it: state and events in one transaction. */
    List<OutboxEvent> commit(List<OutboxEvent> events) {
        pool.withTransactionAndAwait(transaction -> OutboxTable.append(transaction, events));
        return events;
    }

    void publish(List<OutboxEvent> events) {
        relay.publishCommitted(events);
        awaitPublished(events.size());
    }

    int sweep() {
        return relay.sweep().await().atMost(Duration.ofSeconds(30));
    }

    long unpublished() {
        return TestDatabase.number(pool, "SELECT count(*) FROM outbox WHERE published_at IS NULL");
    }

    void awaitPublished(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> TestDatabase.number(pool, "SELECT count(*) FROM outbox WHERE published_at IS NOT NULL")
                        == count);
    }

    /** Everything in the topic up to now, oldest first. */
    List<ConsumerRecord<String, byte[]>> published() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    List<String> publishedIds() {
        return published().stream().map(message -> header(message, "ce_id")).toList();
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        relay.close();
        producer.close(Duration.ZERO);
        pool.closeAndAwait();
    }
}
