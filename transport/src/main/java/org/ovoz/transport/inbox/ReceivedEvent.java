package org.ovoz.transport.inbox;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event that came in.
 *
 * @param sequence counts from 1 per key and topic
 * @param json the payload as it came
 */
public record ReceivedEvent(
        UUID id, String topic, String key, long sequence, String type, Instant occurredAt, String json) {

    /** @throws UnreadableEvent if the record is no event of ours; {@link Inbox#receive(ConsumerRecord, InboxHandler)} keeps such ones */
    public static ReceivedEvent from(ConsumerRecord<String, byte[]> message) throws UnreadableEvent {
        return EventReader.read(message);
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "ReceivedEvent[" + id + " " + topic + " " + key + " #" + sequence + "]";
    }
}
