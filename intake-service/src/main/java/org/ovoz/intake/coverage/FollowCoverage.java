package org.ovoz.intake.coverage;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.intake.topic.StoreRecord;

/** Reads the compacted coverage topic from its beginning at every start, one record after the other; storing is tried until it succeeds. */
@ApplicationScoped
class FollowCoverage {

    private static final Logger LOG = Logger.getLogger(FollowCoverage.class);

    private final ReadCoverageEvent reader;
    private final CoverageRows rows;
    private final Coverage coverage;
    private final CoverageConfig config;

    FollowCoverage(ReadCoverageEvent reader, CoverageRows rows, Coverage coverage, CoverageConfig config) {
        this.reader = reader;
        this.rows = rows;
        this.coverage = coverage;
        this.config = config;
    }

    @Incoming("coverage")
    CompletionStage<Void> follow(Message<ConsumerRecord<String, byte[]>> message) {
        return new StoreRecord(config.retryAfter(), config.retryAtMost()).store(message, this::take);
    }

    private Uni<Void> take(ConsumerRecord<String, byte[]> received) {
        return switch (reader.read(received)) {
            case CoverageNews.Said(LanguageCoverage said) ->
                rows.keep(said)
                        .chain(kept ->
                                kept ? coverage.reload() : Uni.createFrom().voidItem());
            case CoverageNews.Refused(String reason) -> {
                LOG.errorf("coverage record %d@%d refused: %s", received.partition(), received.offset(), reason);
                yield rows.refuse(received.partition(), received.offset(), reason);
            }
            case CoverageNews.Nothing() -> Uni.createFrom().voidItem();
        };
    }
}
