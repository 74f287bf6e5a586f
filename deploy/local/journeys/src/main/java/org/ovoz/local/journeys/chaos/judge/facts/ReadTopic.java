package org.ovoz.local.journeys.chaos.judge.facts;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.local.journeys.running.Bus;

/** What intake told, from offset 0. */
final class ReadTopic {

    private static final String WROTE = EventTypes.nameOf(ReporterWrote.class);

    private ReadTopic() {}

    static List<Told> of(Bus bus) {
        return bus.everythingIn(Topics.REPORTS).stream()
                .flatMap(record -> told(record).stream())
                .toList();
    }

    /** What others put there that is no event of intake's is none here. */
    private static Optional<Told> told(ConsumerRecord<byte[], byte[]> record) {
        Optional<String> type = header(record, "ce_type").filter(EventTypes.all()::containsKey);
        return type.map(known -> new Told(
                UUID.fromString(header(record, "ce_id").orElseThrow()),
                UUID.fromString(new String(record.key(), StandardCharsets.UTF_8)),
                Long.parseLong(header(record, "ce_sequence").orElseThrow()),
                known,
                item(known, record.value()),
                OffsetDateTime.parse(header(record, "ce_time").orElseThrow()).toInstant()));
    }

    private static Optional<UUID> item(String type, byte[] json) {
        if (!type.equals(WROTE)) {
            return Optional.empty();
        }
        return Optional.of(EventTypes.read(type, new String(json, StandardCharsets.UTF_8), ReporterWrote.class)
                .itemId()
                .value());
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
