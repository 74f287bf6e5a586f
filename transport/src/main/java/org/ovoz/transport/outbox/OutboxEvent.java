package org.ovoz.transport.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event to be published.
 *
 * @param key what the events of a topic are ordered by: a report's id, a team's id
 * @param sequence counts from 1 per key and topic without a gap; the writer takes it from a row that it holds locked
 * @param occurredAt kept to the microsecond, as the database does
 * @param json the payload, published as it is
 */
public record OutboxEvent(
        UUID id, String topic, String key, long sequence, String type, Instant occurredAt, String json) {

    public OutboxEvent {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequences count from 1");
        }
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    public OutboxEvent(UUID id, String topic, UUID key, long sequence, String type, Instant occurredAt, String json) {
        this(id, topic, key.toString(), sequence, type, occurredAt, json);
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "OutboxEvent[" + id + " " + topic + " " + key + " #" + sequence + "]";
    }
}
