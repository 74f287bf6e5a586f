package org.ovoz.notify.alert.endpoint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.time.SqlTime;

/** Subscriptions and webhooks, as far as they are alike. */
@ApplicationScoped
public class Endpoints {

    private static final String GO = """
            UPDATE endpoint SET gone_at = $2, url = '', p256dh = NULL, auth = NULL, secret = NULL, old_secret = NULL,
                old_secret_until = NULL
            WHERE id = $1 AND gone_at IS NULL AND kind = $3 AND ($4::uuid IS NULL OR person = $4)""";

    private final Pool pool;
    private final Clock clock;

    Endpoints(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The other side said so. */
    public Uni<Boolean> gone(UUID endpoint, String kind) {
        return remove(pool, endpoint, kind, null);
    }

    /**
     * Its address and its keys are forgotten; the row stays for the alerts that went there.
     *
     * @param person whose it must be, if that matters
     * @return whether it was there
     */
    public Uni<Boolean> remove(SqlClient transaction, UUID endpoint, String kind, @Nullable UUID person) {
        return transaction
                .preparedQuery(GO)
                .execute(Tuple.of(endpoint, SqlTime.of(clock.instant()), kind, person))
                .map(rows -> rows.rowCount() == 1);
    }
}
