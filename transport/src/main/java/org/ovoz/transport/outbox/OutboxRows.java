package org.ovoz.transport.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox, as the relay reads and marks them. */
final class OutboxRows {

    private static final String COLUMNS = "id, topic, key, sequence, type, occurred_at, payload";

    private static final String UNPUBLISHED = "SELECT " + COLUMNS
            + " FROM outbox WHERE published_at IS NULL AND occurred_at < $1"
            + " AND (occurred_at, key, topic, sequence) > ($2, $3, $4, $5)"
            + " ORDER BY occurred_at, key, topic, sequence LIMIT $6";

    private static final String LOG = "SELECT " + COLUMNS
            + " FROM outbox WHERE occurred_at >= $1 AND occurred_at < $2"
            + " ORDER BY occurred_at, key, topic, sequence";

    private static final String MARK = "UPDATE outbox SET published_at = $1"
            + " WHERE key = $2 AND topic = $3 AND sequence = $4 AND occurred_at = $5 AND published_at IS NULL";

    private static final String BACKLOG =
            "SELECT count(*) AS rows FROM outbox WHERE published_at IS NULL AND occurred_at < $1";

    private final Pool pool;
    private final Clock clock;

    OutboxRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Oldest first. {@code after} pages within one pass; each pass begins with the oldest again. */
    Uni<List<OutboxEvent>> unpublished(Instant before, @Nullable OutboxEvent after, int limit) {
        Tuple parameters = after == null
                ? Tuple.of(utc(before), utc(Instant.EPOCH), "", "", 0L)
                : Tuple.of(utc(before), utc(after.occurredAt()), after.key(), after.topic(), after.sequence());
        return pool.preparedQuery(UNPUBLISHED)
                .execute(parameters.addInteger(limit))
                .map(OutboxRows::toEvents);
    }

    /** Published or not, oldest first, sorted once and read bit by bit; lives as long as the transaction. */
    static Uni<Cursor> log(SqlConnection transaction, Instant since, Instant before) {
        return transaction.prepare(LOG).map(log -> log.cursor(Tuple.of(utc(since), utc(before))));
    }

    Uni<Long> countUnpublished(Instant before) {
        return pool.preparedQuery(BACKLOG)
                .execute(Tuple.of(utc(before)))
                .map(rows -> rows.iterator().next().getLong("rows"));
    }

    Uni<List<@Nullable Void>> markPublished(List<OutboxEvent> events) {
        OffsetDateTime now = utc(clock.instant());
        List<Tuple> rows = events.stream()
                .map(event -> Tuple.of(now, event.key(), event.topic(), event.sequence(), utc(event.occurredAt())))
                .toList();
        return pool.preparedQuery(MARK).executeBatch(rows).map(ignored -> Collections.nCopies(events.size(), null));
    }

    static List<OutboxEvent> toEvents(RowSet<Row> rows) {
        List<OutboxEvent> events = new ArrayList<>(rows.size());
        for (Row row : rows) {
            events.add(new OutboxEvent(
                    row.getUUID("id"),
                    row.getString("topic"),
                    row.getString("key"),
                    row.getLong("sequence"),
                    row.getString("type"),
                    row.getOffsetDateTime("occurred_at").toInstant(),
                    row.getString("payload")));
        }
        return events;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
