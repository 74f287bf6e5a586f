package org.ovoz.intake.coverage;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.coverage.LanguageCoverage;

/** What a record of the coverage topic says. */
@Singleton
class ReadCoverageEvent {

    private final CoverageConfig config;
    private final Clock clock;

    ReadCoverageEvent(CoverageConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    CoverageNews read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return new CoverageNews.Nothing();
        }
        try {
            CloudEvent event = KafkaMessageFactory.createReader(message).toEvent();
            if (!LanguageCoverage.TYPE.equals(event.getType())) {
                return new CoverageNews.Refused("unknown-type");
            }
            byte[] data = Objects.requireNonNull(event.getData(), "data").toBytes();
            return judge(Json.read(new String(data, StandardCharsets.UTF_8), LanguageCoverage.class), message.key());
        } catch (MalformedContractException malformed) {
            return new CoverageNews.Refused("malformed");
        } catch (RuntimeException unreadable) {
            return new CoverageNews.Refused("not-a-cloudevent");
        }
    }

    private CoverageNews judge(LanguageCoverage said, String key) {
        if (!said.language().value().equals(key)) {
            return new CoverageNews.Refused("key-differs");
        }
        return said.at().isAfter(clock.instant().plus(config.clocksMayDiffer()))
                ? new CoverageNews.Refused("from-the-future")
                : new CoverageNews.Said(said);
    }
}
