package org.ovoz.notify.setting;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.report.ReportEvent;

/** Plays intake on the bus, and reads what the desk tells there. */
public final class Bus {

    private static final Producer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", DeskSetting.bus(), "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());

    private Bus() {}

    /** An event of intake, with its place in the report's story. */
    public record Sent(UUID id, String key, long sequence, String type, String json) {

        public static Sent of(ReportEvent event, long sequence) {
            return new Sent(
                    Ids.random(),
                    event.reportId().toString(),
                    sequence,
                    EventTypes.nameOf(event.getClass()),
                    Json.write(event));
        }

        public Sent as(String otherType, String otherJson) {
            return new Sent(id, key, sequence, otherType, otherJson);
        }
    }

    public static void send(Sent event) {
        var cloudEvent = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withType(event.type())
                .withSource(URI.create("urn:ovoz:intake"))
                .withSubject(event.key())
                .withTime(java.time.Instant.parse("2026-11-24T04:00:00Z").atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(event.sequence()))
                .withData("application/json", event.json().getBytes(StandardCharsets.UTF_8))
                .build();
        PRODUCER.send(
                KafkaMessageFactory.createWriter(Topics.REPORTS, event.key()).writeBinary(cloudEvent));
        PRODUCER.flush();
    }

    /** Something that is no event at all. */
    public static void sendRaw(String key, byte[] bytes) {
        PRODUCER.send(new ProducerRecord<>(Topics.REPORTS, key, bytes));
        PRODUCER.flush();
    }

    /** Everything on a topic with this key, from its beginning, in order. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", DeskSetting.bus());
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    /** The types of what the desk told of a report, in order. */
    public static List<String> told(String reportId) {
        return read(Topics.DESK, reportId).stream()
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .map(type -> type.replace("org.ovoz.", "").replace(".v1", ""))
                .toList();
    }
}
