package org.ovoz.notify.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.Topics;

/** Brings what is told of teams to Kafka, all of it, each team's in the order of its sequence: a clock may go back. */
@ApplicationScoped
public class TeamRelay {

    private static final Publications TEAMS = new Publications(
            Topics.TEAMS,
            7311002,
            """
            SELECT team AS key, sequence, id, type, payload, occurred_at FROM team_publication
            WHERE published_at IS NULL ORDER BY team, sequence LIMIT 100""",
            "UPDATE team_publication SET published_at = $1 WHERE team = $2 AND sequence = $3");

    private final PublicationRelay relay;

    TeamRelay(PublicationRelay relay) {
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
        return relay.publish(TEAMS);
    }
}
