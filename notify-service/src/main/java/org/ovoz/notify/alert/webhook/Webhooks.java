package org.ovoz.notify.alert.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.time.SqlTime;

/** The webhooks, and what they are signed with. */
@ApplicationScoped
class Webhooks {

    static final String KIND = "webhook";

    private static final String MAKE = """
            INSERT INTO endpoint (id, person, kind, url, made_at, secret)
            SELECT $1, p.id, 'webhook', $3, $4, $5 FROM person p WHERE p.id = $2
            ON CONFLICT (id) DO NOTHING""";
    private static final String MOVE = """
            UPDATE endpoint SET url = $3 WHERE id = $1 AND person = $2 AND kind = 'webhook' AND gone_at IS NULL""";
    private static final String ROTATE = """
            UPDATE endpoint SET old_secret = secret, old_secret_until = $3, secret = $2
            WHERE id = $1 AND kind = 'webhook' AND gone_at IS NULL""";
    private static final String SECRETS = """
            SELECT secret, CASE WHEN old_secret_until > $2 THEN old_secret END AS old_secret
            FROM endpoint WHERE id = $1 AND kind = 'webhook' AND gone_at IS NULL""";
    private static final String ALL = """
            SELECT e.id, p.handle, e.made_at, CASE WHEN e.old_secret_until > $1 THEN e.old_secret_until END AS rotating_until
            FROM endpoint e JOIN person p ON p.id = e.person
            WHERE e.kind = 'webhook' AND e.gone_at IS NULL ORDER BY p.handle, e.made_at""";

    private final Pool pool;
    private final Clock clock;

    Webhooks(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** False when there is one with this id, or no such person. */
    Uni<Boolean> make(SqlClient transaction, UUID id, UUID person, String url, WebhookSecret secret) {
        Tuple values = Tuple.of(id, person, url, SqlTime.of(clock.instant()), Buffer.buffer(secret.bytes()));
        return changed(transaction, MAKE, values);
    }

    /** False unless there is one with this id, of this person. */
    Uni<Boolean> move(SqlClient transaction, UUID id, UUID person, String url) {
        return changed(transaction, MOVE, Tuple.of(id, person, url));
    }

    Uni<Boolean> rotate(SqlClient transaction, UUID id, WebhookSecret secret, Duration oldSignsFor) {
        Instant until = clock.instant().plus(oldSignsFor);
        return changed(transaction, ROTATE, Tuple.of(id, Buffer.buffer(secret.bytes()), SqlTime.of(until)));
    }

    /** The current one first; none for what is gone. */
    Uni<List<WebhookSecret>> secrets(UUID id) {
        return pool.preparedQuery(SECRETS)
                .execute(Tuple.of(id, SqlTime.of(clock.instant())))
                .map(rows -> {
                    List<WebhookSecret> secrets = new ArrayList<>();
                    rows.forEach(row -> add(secrets, row));
                    return secrets;
                });
    }

    Uni<List<Line>> all() {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(SqlTime.of(clock.instant())))
                .map(rows -> {
                    List<Line> lines = new ArrayList<>(rows.size());
                    rows.forEach(row -> lines.add(new Line(
                            row.getUUID("id"),
                            row.getString("handle"),
                            SqlTime.instant(row, "made_at"),
                            SqlTime.instantOrNull(row, "rotating_until"))));
                    return lines;
                });
    }

    private static void add(List<WebhookSecret> secrets, Row row) {
        secrets.add(new WebhookSecret(row.getBuffer("secret").getBytes()));
        var old = row.getBuffer("old_secret");
        if (old != null) {
            secrets.add(new WebhookSecret(old.getBytes()));
        }
    }

    private static Uni<Boolean> changed(SqlClient transaction, String sql, Tuple values) {
        return transaction.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /** A webhook; where it leads does not come out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            String handle,
            Instant madeAt,
            @Nullable Instant rotatingUntil) {}
}
