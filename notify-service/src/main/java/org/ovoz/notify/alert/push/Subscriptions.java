package org.ovoz.notify.alert.push;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;

/** The browsers that people subscribed with. */
@ApplicationScoped
class Subscriptions {

    static final String KIND = "push";

    /** Two of a person at once stand in line here. */
    private static final String LOCK = "SELECT id FROM person WHERE id = $1 FOR UPDATE";

    private static final String LEAVE = """
            UPDATE endpoint SET gone_at = $3, url = '', p256dh = NULL, auth = NULL
            WHERE kind = 'push' AND url = $1 AND person <> $2 AND gone_at IS NULL""";
    private static final String COUNT = """
            SELECT count(*) FROM endpoint WHERE person = $1 AND kind = 'push' AND gone_at IS NULL AND url <> $2""";
    private static final String SAVE = """
            INSERT INTO endpoint (id, person, kind, url, made_at, p256dh, auth) VALUES ($1, $2, 'push', $3, $4, $5, $6)
            ON CONFLICT (url) WHERE kind = 'push' AND gone_at IS NULL
            DO UPDATE SET person = excluded.person, p256dh = excluded.p256dh, auth = excluded.auth
            RETURNING id""";
    private static final String OF = """
            SELECT id, made_at FROM endpoint WHERE person = $1 AND kind = 'push' AND gone_at IS NULL ORDER BY made_at, id""";
    private static final String KEYS = "SELECT p256dh, auth FROM endpoint WHERE id = $1 AND gone_at IS NULL";

    private final Pool pool;
    private final Clock clock;

    Subscriptions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** A browser that somebody else had subscribed with is theirs no more. How many others the person has then. */
    Uni<Long> takeOver(SqlClient transaction, PersonId person, String url) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(person.value()))
                .chain(() -> transaction
                        .preparedQuery(LEAVE)
                        .execute(Tuple.of(url, person.value(), SqlTime.of(clock.instant()))))
                .chain(() -> transaction.preparedQuery(COUNT).execute(Tuple.of(person.value(), url)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<UUID> save(SqlClient transaction, UUID id, PersonId person, String url, BrowserKeys keys) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(person.value())
                        .addString(url)
                        .addOffsetDateTime(SqlTime.of(clock.instant()))
                        .addBuffer(Buffer.buffer(keys.p256dh()))
                        .addBuffer(Buffer.buffer(keys.auth())))
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    Uni<List<Line>> of(PersonId person) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(person.value()))
                .map(rows -> stream(rows)
                        .map(row -> new Line(row.getUUID("id"), SqlTime.instant(row, "made_at")))
                        .toList());
    }

    Uni<Optional<BrowserKeys>> keys(UUID endpoint) {
        return pool.preparedQuery(KEYS)
                .execute(Tuple.of(endpoint))
                .map(rows -> stream(rows)
                        .findFirst()
                        .map(row -> new BrowserKeys(
                                row.getBuffer("p256dh").getBytes(),
                                row.getBuffer("auth").getBytes())));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** A subscription, to tell it from others of the same person. */
    record Line(UUID id, Instant madeAt) {}
}
