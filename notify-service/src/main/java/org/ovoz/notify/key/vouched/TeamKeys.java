package org.ovoz.notify.key.vouched;

import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;

/** A team's keys of today, from the record that the line has signed, and which of its keys somebody holds. */
@ApplicationScoped
public class TeamKeys {

    private static final String TODAY =
            "SELECT encryption_kid, team_record(record) ->> 'orderKey' AS order_key FROM team WHERE id = $1";
    private static final String HELD = "SELECT kid FROM team_key WHERE team = $1 AND person = $2";

    /** Of a team that is there. */
    public Uni<TeamToday> today(SqlClient transaction, TeamId team) {
        return transaction
                .preparedQuery(TODAY)
                .execute(Tuple.of(team.value()))
                .map(rows -> toToday(team, rows.iterator().next()));
    }

    public Uni<Set<String>> heldBy(SqlClient transaction, PersonId person, TeamId team) {
        return transaction
                .preparedQuery(HELD)
                .execute(Tuple.of(team.value(), person.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("kid"))
                        .collect(Collectors.toSet()));
    }

    private static TeamToday toToday(TeamId team, Row row) {
        return new TeamToday(team, row.getString("encryption_kid"), Json.read(row.getString("order_key"), ECKey.class));
    }
}
