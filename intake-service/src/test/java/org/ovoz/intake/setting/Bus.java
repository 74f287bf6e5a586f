package org.ovoz.intake.setting;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.contracts.report.ReportEvent;

/** Plays the desk on the bus, and reads what intake tells there. */
public final class Bus {

    private static final Producer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", IntakeSetting.kafka(), "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());

    private static final Listener REPORTS = Listener.on(Topics.REPORTS);
    private static final Listener TEAMS = Listener.on(Topics.TEAMS);
    private static final Listener DESK = Listener.on(Topics.DESK);

    private Bus() {}

    /** An event as a consumer gets it. */
    public record Told(String id, long sequence, ReportEvent event) {

        public String name() {
            return event.getClass().getSimpleName();
        }
    }

    static void sendTeam(String team, CloudEvent event) {
        send(KafkaMessageFactory.createWriter(Topics.TEAMS, team).writeBinary(event));
    }

    /** Something on the teams topic that is no event; nothing at all is a tombstone. */
    public static void sendRawTeam(String team, byte @Nullable [] bytes) {
        send(new ProducerRecord<>(Topics.TEAMS, team, bytes));
    }

    /** When a language is read, as the desk says it. */
    public static void sendCoverage(LanguageCoverage said) {
        sendCoverage(said.language().value(), Json.write(said));
    }

    public static void sendCoverage(String key, String json) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(Ids.random().toString())
                .withType(LanguageCoverage.TYPE)
                .withSource(URI.create("urn:ovoz:desk"))
                .withSubject(key)
                .withDataContentType("application/json")
                .withData(json.getBytes(StandardCharsets.UTF_8))
                .build();
        send(KafkaMessageFactory.createWriter(Topics.COVERAGE, key).writeBinary(event));
    }

    /** Something on the coverage topic that is no event; nothing at all is a tombstone. */
    public static void sendRawCoverage(String key, byte @Nullable [] bytes) {
        send(new ProducerRecord<>(Topics.COVERAGE, key, bytes));
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        PRODUCER.send(record);
        PRODUCER.flush();
    }

    /** What intake told of a report up to now, in order. */
    public static List<Told> told(ReportId report) {
        return REPORTS.heard().stream()
                .filter(record -> report.toString().equals(record.key()))
                .map(Bus::told)
                .toList();
    }

    /** The names alone. */
    public static List<String> names(ReportId report) {
        return told(report).stream().map(Told::name).toList();
    }

    /** Whatever is on the topics, from their beginning. */
    public static List<ConsumerRecord<String, byte[]>> everything() {
        return Stream.of(REPORTS, TEAMS, DESK)
                .flatMap(topic -> topic.heard().stream())
                .toList();
    }

    /** Something on the desk's topic. */
    public static void sendRawDesk(String key, byte[] bytes) {
        send(new ProducerRecord<>(Topics.DESK, key, bytes));
    }

    private static Told told(ConsumerRecord<String, byte[]> record) {
        String json = new String(record.value(), StandardCharsets.UTF_8);
        return new Told(
                header(record, "ce_id"),
                Long.parseLong(header(record, "ce_sequence")),
                EventTypes.read(header(record, "ce_type"), json, ReportEvent.class));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }
}
