package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.time.SqlTime;

/**
 * Where the login server was last seen to put people. What differs from it there was changed there, what differs here was changed here; and
 * what was seen before it was written is old news.
 */
@ApplicationScoped
public class SeenLogins {

    private static final String WRITE = """
            INSERT INTO person_login (person, organisation, teams, seen_at)
            SELECT id, $2, $3, $4 FROM person WHERE subject = $1
            ON CONFLICT (person) DO UPDATE
            SET organisation = excluded.organisation, teams = excluded.teams, seen_at = excluded.seen_at""";

    private final Clock clock;

    SeenLogins(Clock clock) {
        this.clock = clock;
    }

    public Uni<Void> write(SqlClient transaction, String subject, Login.Place place) {
        String[] teams = place.teams().stream().sorted().toArray(String[]::new);
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.of(subject, place.organisation(), teams, SqlTime.of(clock.instant())))
                .replaceWithVoid();
    }
}
