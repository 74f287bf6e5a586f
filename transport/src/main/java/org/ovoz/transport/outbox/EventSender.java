package org.ovoz.transport.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends an event as a CloudEvent in binary mode. May block for a while when the broker is away: never call it on an event loop. */
final class EventSender {

    private final Producer<String, byte[]> producer;
    private final URI source;

    EventSender(Producer<String, byte[]> producer, URI source) {
        this.producer = producer;
        this.source = source;
    }

    /** Completes once every in-sync replica has it, on the producer's thread. */
    CompletableFuture<OutboxEvent> send(OutboxEvent event) {
        CompletableFuture<OutboxEvent> acknowledged = new CompletableFuture<>();
        try {
            producer.send(toRecord(event), (metadata, fault) -> {
                if (fault == null) {
                    acknowledged.complete(event);
                } else {
                    acknowledged.completeExceptionally(fault);
                }
            });
        } catch (RuntimeException refused) {
            acknowledged.completeExceptionally(refused);
        }
        return acknowledged;
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxEvent event) {
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withType(event.type())
                .withSource(source)
                .withSubject(event.key())
                .withTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(event.sequence()))
                .withDataContentType("application/json")
                .withData(event.json().getBytes(StandardCharsets.UTF_8))
                .build();
        return KafkaMessageFactory.createWriter(event.topic(), event.key()).writeBinary(cloudEvent);
    }
}
