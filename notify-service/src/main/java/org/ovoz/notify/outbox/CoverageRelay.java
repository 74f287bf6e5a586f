package org.ovoz.notify.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.Topics;

/** Brings what is told of languages to Kafka: of each the latest only, which makes what was said before void. */
@ApplicationScoped
public class CoverageRelay {

    private static final Publications LANGUAGES = new Publications(Topics.COVERAGE, 7311005, """
            SELECT DISTINCT ON (language) language AS key, sequence, id, type, payload, occurred_at
            FROM coverage_publication WHERE published_at IS NULL ORDER BY language, sequence DESC LIMIT 100""", """
            UPDATE coverage_publication SET published_at = $1
            WHERE language = $2 AND sequence <= $3 AND published_at IS NULL""");

    private final PublicationRelay relay;

    CoverageRelay(PublicationRelay relay) {
        this.relay = relay;
    }

    /** Starts a pass and does not wait for it. */
    void publish() {
        sweep().subscribe().with(ignored -> {});
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return relay.publish(LANGUAGES);
    }
}
