package org.ovoz.notify.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Writes what is told of a team on {@code ovoz.teams.v1} into the transaction that it tells of. */
@ApplicationScoped
public class TeamOutbox {

    private static final String APPEND = """
            INSERT INTO team_publication (team, sequence, id, type, payload, occurred_at)
            SELECT $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5 FROM team_publication WHERE team = $1""";

    private final TeamRelay relay;

    TeamOutbox(TeamRelay relay) {
        this.relay = relay;
    }

    /** The caller holds the team's row locked, so that its publications stand in line. */
    public Uni<Void> tell(Transaction transaction, TeamId team, String type, String payload, Instant at) {
        transaction.afterCommit(relay::publish);
        return transaction
                .connection()
                .preparedQuery(APPEND)
                .execute(Tuple.of(team.value(), Ids.random(), type, payload, SqlTime.of(at)))
                .replaceWithVoid();
    }
}
