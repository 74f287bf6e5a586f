package org.ovoz.transport.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.ovoz.transport.MovableClock;
import org.ovoz.transport.TestDatabase;

/** An inbox in a real database whose handler writes down what it was given, and fails on demand. */
final class InboxFixture implements AutoCloseable {

    static final String TOPIC = "test.reports.v1";

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T04:00:00Z"));
    final Pool pool = TestDatabase.migrated("transport_inbox");
    final Inbox inbox = new Inbox(pool, clock, SequenceRule.GAPLESS);
    final Inbox latest = new Inbox(pool, clock, SequenceRule.LATEST);
    final Set<UUID> poison = ConcurrentHashMap.newKeySet();
    final List<UUID> toldAfterCommit = new CopyOnWriteArrayList<>();

    InboxFixture() {
        pool.query(
                        "DROP TABLE IF EXISTS effect; CREATE TABLE effect (place bigserial, event uuid, key text, sequence bigint);"
                                + "TRUNCATE inbox, inbox_cursor, inbox_unreadable")
                .executeAndAwait();
    }

    static ReceivedEvent event(UUID key, long sequence) {
        return new ReceivedEvent(
                UUID.randomUUID(), TOPIC, key.toString(), sequence, "x", Instant.parse("2026-11-24T03:59:00Z"), "{}");
    }

    static ConsumerRecord<String, byte[]> message(ReceivedEvent event) {
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withType(event.type())
                .withSource(URI.create("urn:ovoz:test"))
                .withSubject(event.key())
                .withTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(event.sequence()))
                .withData("application/json", event.json().getBytes(StandardCharsets.UTF_8))
                .build();
        ProducerRecord<String, byte[]> sent =
                KafkaMessageFactory.createWriter(TOPIC, event.key()).writeBinary(cloudEvent);
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>(TOPIC, 0, 0, event.key(), sent.value());
        sent.headers().forEach(message.headers()::add);
        return message;
    }

    /** Writes an effect, then fails if the event is poison: a failure must undo the effect. */
    Uni<List<Runnable>> handle(SqlConnection transaction, ReceivedEvent event) {
        return transaction
                .preparedQuery("INSERT INTO effect (event, key, sequence) VALUES ($1, $2, $3)")
                .execute(Tuple.of(event.id(), event.key(), event.sequence()))
                .invoke(() -> {
                    if (poison.contains(event.id())) {
                        throw new PoisonEvent("unknown-type");
                    }
                })
                .replaceWith(List.of(() -> toldAfterCommit.add(event.id())));
    }

    InboxOutcome receive(ReceivedEvent event) {
        return await(inbox.receive(event, this::handle));
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    List<Long> applied(UUID key) {
        return TestDatabase.rows(pool, "SELECT sequence FROM effect WHERE key = '" + key + "' ORDER BY place").stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    String state(ReceivedEvent event) {
        return TestDatabase.rows(pool, "SELECT state FROM inbox WHERE id = '" + event.id() + "'")
                .getFirst()
                .getString(0);
    }

    @Override
    public void close() {
        pool.closeAndAwait();
    }
}
