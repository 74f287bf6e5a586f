package org.ovoz.notify.directory.reconcile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.ovoz.notify.time.SqlTime;

/** Logins that nobody invited, as of the last pass. They are let in nowhere. */
@ApplicationScoped
class UnknownLogins {

    private static final String REPLACE = """
            WITH gone AS (DELETE FROM unknown_login WHERE subject <> ALL ($1))
            INSERT INTO unknown_login (subject, seen_at) SELECT subject, $2 FROM unnest($1::text[]) AS one (subject)
            ON CONFLICT (subject) DO NOTHING""";

    private final Pool pool;
    private final Clock clock;

    UnknownLogins(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Void> are(List<String> subjects) {
        return pool.preparedQuery(REPLACE)
                .execute(Tuple.of(subjects.toArray(String[]::new), SqlTime.of(clock.instant())))
                .replaceWithVoid();
    }
}
