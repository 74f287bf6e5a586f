package org.ovoz.transport.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents in binary mode, and nothing else. */
final class EventReader {

    private EventReader() {}

    static ReceivedEvent read(ConsumerRecord<String, byte[]> message) throws UnreadableEvent {
        CloudEvent event = cloudEvent(message);
        String key = event.getSubject();
        if (key == null || !key.equals(message.key())) {
            throw new UnreadableEvent("key-differs");
        }
        return new ReceivedEvent(
                uuid(event.getId(), "bad-id"),
                message.topic(),
                key,
                sequence(event.getExtension("sequence")),
                event.getType(),
                time(event.getTime()).toInstant(),
                text(event.getData()));
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> message) throws UnreadableEvent {
        try {
            return KafkaMessageFactory.createReader(message).toEvent();
        } catch (RuntimeException malformed) {
            throw new UnreadableEvent("not-a-cloudevent");
        }
    }

    private static UUID uuid(@Nullable String text, String reason) throws UnreadableEvent {
        try {
            UUID uuid = UUID.fromString(text == null ? "" : text);
            if (uuid.toString().equals(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableEvent(reason);
        }
        throw new UnreadableEvent(reason);
    }

    private static long sequence(@Nullable Object extension) throws UnreadableEvent {
        try {
            long sequence = Long.parseLong(String.valueOf(extension));
            if (sequence >= Inbox.FIRST_SEQUENCE) {
                return sequence;
            }
        } catch (NumberFormatException malformed) {
            throw new UnreadableEvent("bad-sequence");
        }
        throw new UnreadableEvent("bad-sequence");
    }

    private static OffsetDateTime time(@Nullable OffsetDateTime time) throws UnreadableEvent {
        if (time == null) {
            throw new UnreadableEvent("bad-time");
        }
        return time;
    }

    private static String text(@Nullable CloudEventData data) throws UnreadableEvent {
        if (data == null) {
            throw new UnreadableEvent("no-data");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data.toBytes()))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException malformed) {
            throw new UnreadableEvent("bad-data");
        }
        throw new UnreadableEvent("bad-data");
    }
}
