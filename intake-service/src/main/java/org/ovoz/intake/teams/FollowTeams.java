package org.ovoz.intake.teams;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.topic.StoreRecord;

/** Reads the compacted teams topic from its beginning at every start, one record after the other; storing is tried until it succeeds. */
@ApplicationScoped
class FollowTeams {

    private static final Logger LOG = Logger.getLogger(FollowTeams.class);

    private final ReadTeamEvent reader;
    private final TeamRows rows;
    private final Teams teams;
    private final TeamConfig config;

    FollowTeams(ReadTeamEvent reader, TeamRows rows, Teams teams, TeamConfig config) {
        this.reader = reader;
        this.rows = rows;
        this.teams = teams;
        this.config = config;
    }

    @Incoming("teams")
    CompletionStage<Void> follow(Message<ConsumerRecord<String, byte[]>> message) {
        return new StoreRecord(config.retryAfter(), config.retryAtMost()).store(message, this::take);
    }

    private Uni<Void> take(ConsumerRecord<String, byte[]> received) {
        return switch (reader.read(received)) {
            case TeamNews.Signed(TeamRecord team, String jws) ->
                rows.keep(team, jws).chain(kept -> kept ? teams.reload() : older(team));
            case TeamNews.Suspended(String eventId, TeamId team) ->
                rows.suspend(new TeamRows.Suspension(eventId, team, null))
                        .chain(applied ->
                                applied ? teams.reload() : Uni.createFrom().voidItem());
            case TeamNews.Refused(String reason) -> {
                LOG.errorf("teams record %d@%d refused: %s", received.partition(), received.offset(), reason);
                yield rows.refuse(received.partition(), received.offset(), reason);
            }
            case TeamNews.Nothing() -> Uni.createFrom().voidItem();
        };
    }

    /** What is known already comes again at every start. */
    private static Uni<Void> older(TeamRecord team) {
        LOG.debugf("team %s v%d is not newer", team.id(), team.version());
        return Uni.createFrom().voidItem();
    }
}
