package org.ovoz.notify.key.team;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;

/** A team's members with their keys, as their colleagues' browsers need them to give the team's keys to one. */
@ApplicationScoped
class ReadHolders {

    private static final String TEAM = "SELECT record, encryption_kid FROM team WHERE id = $1";
    private static final String MEMBERS = """
            SELECT p.id, p.handle, k.kid, k.public_key, a.jws,
                EXISTS (SELECT 1 FROM team_key g WHERE g.team = t.id AND g.person = p.id AND g.kid = t.encryption_kid) AS holds
            FROM team t JOIN person p ON t.id = ANY (p.teams) AND p.organisation = t.organisation AND p.state = 'active'
            LEFT JOIN person_key k ON k.person = p.id LEFT JOIN admission a ON a.team = t.id AND a.kid = t.encryption_kid AND a.person = p.id
            WHERE t.id = $1 ORDER BY p.handle""";

    private final Pool pool;

    ReadHolders(Pool pool) {
        this.pool = pool;
    }

    /** Empty when there is no such team. */
    Uni<Optional<TeamHolders>> of(TeamId team) {
        Tuple which = Tuple.of(team.value());
        return pool.preparedQuery(TEAM).execute(which).chain(teams -> {
            if (teams.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            Row row = teams.iterator().next();
            return pool.preparedQuery(MEMBERS)
                    .execute(which)
                    .map(members -> Optional.of(new TeamHolders(
                            team,
                            row.getString("record"),
                            row.getString("encryption_kid"),
                            StreamSupport.stream(members.spliterator(), false)
                                    .map(ReadHolders::toMember)
                                    .toList())));
        });
    }

    private static Member toMember(Row row) {
        return new Member(
                row.getUUID("id"),
                row.getString("handle"),
                row.getString("kid"),
                row.getString("public_key"),
                row.getString("jws"),
                row.getBoolean("holds"));
    }

    /**
     * @param record as signed
     * @param kid of the team's encryption key of today
     */
    public record TeamHolders(TeamId team, String record, String kid, List<Member> members) {}

    /**
     * @param kid of the person's key; null before the first
     * @param publicKey a JWK
     * @param admission that the key was compared; to be believed only as far as the team's order key signed it
     * @param holds the team's keys of today were given to the key of today
     */
    public record Member(
            UUID id,
            String handle,
            @Nullable String kid,
            @JsonRawValue @Nullable String publicKey,
            @Nullable String admission,
            boolean holds) {}
}
