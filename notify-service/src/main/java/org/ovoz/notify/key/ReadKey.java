package org.ovoz.notify.key;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;

/** All that a person's browser needs to open the person's keys, but for what the person knows or holds. */
@ApplicationScoped
class ReadKey {

    private static final String KEY = "SELECT kid, public_key FROM person_key WHERE person = $1";
    private static final String WRAPS =
            "SELECT id, kind, jwe, credential FROM key_wrap WHERE person = $1 ORDER BY kind DESC, made_at, id";
    /** Of teams that the person is in now; the current key first. */
    private static final String TEAMS = """
            SELECT k.team, k.kid, k.jwe, t.record FROM team_key k
            JOIN team t ON t.id = k.team JOIN person p ON p.id = k.person AND k.team = ANY (p.teams)
            WHERE k.person = $1 ORDER BY k.team, k.kid <> t.encryption_kid, k.given_at DESC""";

    private final Pool pool;

    ReadKey(Pool pool) {
        this.pool = pool;
    }

    /** Empty before the first. */
    Uni<Optional<MyKey>> of(PersonId person) {
        Tuple whose = Tuple.of(person.value());
        return pool.preparedQuery(KEY).execute(whose).chain(keys -> {
            if (keys.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            Row key = keys.iterator().next();
            return pool.preparedQuery(WRAPS)
                    .execute(whose)
                    .chain(wraps -> pool.preparedQuery(TEAMS)
                            .execute(whose)
                            .map(teams -> Optional.of(new MyKey(
                                    key.getString("kid"),
                                    key.getString("public_key"),
                                    all(wraps, ReadKey::toWrap),
                                    all(teams, ReadKey::toTeamKey)))));
        });
    }

    private static Wrap toWrap(Row row) {
        return new Wrap(row.getUUID("id"), row.getString("kind"), row.getString("jwe"), row.getString("credential"));
    }

    private static TeamKey toTeamKey(Row row) {
        return new TeamKey(row.getString("team"), row.getString("kid"), row.getString("jwe"), row.getString("record"));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> form) {
        return StreamSupport.stream(rows.spliterator(), false).map(form).toList();
    }

    /** @param publicKey a JWK */
    public record MyKey(String kid, @JsonRawValue String publicKey, List<Wrap> wraps, List<TeamKey> teams) {}

    /**
     * @param kind {@code words} or {@code passkey}
     * @param credential the passkey's id
     */
    public record Wrap(
            UUID id, String kind, String jwe, @Nullable String credential) {}

    /**
     * A team's private keys, sealed to the person's key.
     *
     * @param record the team's record as signed now, to compare with
     */
    public record TeamKey(String team, String kid, String jwe, String record) {}
}
