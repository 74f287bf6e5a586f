package org.ovoz.transport.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The rows of the inbox. Its transaction is always the caller's. */
final class InboxRows {

    private static final String COLUMNS = "id, topic, key, sequence, type, occurred_at, payload";

    private static final String INSERT = "INSERT INTO inbox (" + COLUMNS
            + ", received_at, state, parked_reason, settled_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    private final Clock clock;

    InboxRows(Clock clock) {
        this.clock = clock;
    }

    /** The sequence whose turn it is. Holds the key's row until the transaction ends. */
    Uni<Long> lockCursor(SqlClient sql, ReceivedEvent event) {
        return sql.preparedQuery("INSERT INTO inbox_cursor AS c (key, topic, expected) VALUES ($1, $2, $3)"
                        + " ON CONFLICT (key, topic) DO UPDATE SET expected = c.expected RETURNING expected")
                .execute(Tuple.of(event.key(), event.topic(), Inbox.FIRST_SEQUENCE))
                .map(rows -> rows.iterator().next().getLong("expected"));
    }

    Uni<Void> advance(SqlClient sql, ReceivedEvent event) {
        return sql.preparedQuery("UPDATE inbox_cursor SET expected = $3 WHERE key = $1 AND topic = $2")
                .execute(Tuple.of(event.key(), event.topic(), event.sequence() + 1))
                .replaceWithVoid();
    }

    /** Whether it is new. */
    Uni<Boolean> insert(SqlClient sql, ReceivedEvent event, EventState state) {
        return sql.preparedQuery(INSERT + " ON CONFLICT (id) DO NOTHING")
                .execute(row(event, state.word, state.reason))
                .map(inserted -> inserted.rowCount() == 1);
    }

    /** Whether it was still to be settled. */
    Uni<Boolean> move(SqlClient sql, ReceivedEvent event, EventState state) {
        return sql.preparedQuery("UPDATE inbox SET state = $2, parked_reason = $3, settled_at = $4"
                        + " WHERE id = $1 AND state IN ('waiting', 'parked')")
                .execute(Tuple.of(event.id(), state.word, state.reason, now()))
                .map(moved -> moved.rowCount() == 1);
    }

    /** False if it has been settled meanwhile. */
    Uni<Boolean> park(SqlClient sql, ReceivedEvent event, String reason) {
        return sql.preparedQuery(INSERT
                        + " ON CONFLICT (id) DO UPDATE SET state = excluded.state, parked_reason = excluded.parked_reason,"
                        + " settled_at = excluded.settled_at WHERE inbox.state IN ('waiting', 'parked')")
                .execute(row(event, "parked", reason))
                .map(parked -> parked.rowCount() == 1);
    }

    /** Waiting events of the key whose turn has come or has passed. */
    Uni<List<ReceivedEvent>> nextInLine(SqlClient sql, ReceivedEvent event) {
        return sql.preparedQuery(
                        "SELECT " + COLUMNS + " FROM inbox i WHERE key = $1 AND topic = $2 AND state = 'waiting'"
                                + " AND sequence <= (SELECT expected FROM inbox_cursor c WHERE c.key = $1 AND c.topic = $2)"
                                + " ORDER BY sequence, received_at, id LIMIT 1")
                .execute(Tuple.of(event.key(), event.topic()))
                .map(rows -> list(rows, InboxRows::toEvent));
    }

    Uni<List<ReceivedEvent>> findParked(SqlClient sql, UUID id) {
        return sql.preparedQuery("SELECT " + COLUMNS + " FROM inbox WHERE id = $1 AND state = 'parked'")
                .execute(Tuple.of(id))
                .map(rows -> list(rows, InboxRows::toEvent));
    }

    Uni<Void> keepUnreadable(SqlClient sql, ConsumerRecord<String, byte[]> message, String reason) {
        byte[] raw = message.value() == null ? new byte[0] : message.value();
        return sql.preparedQuery("INSERT INTO inbox_unreadable"
                        + " (topic, partition, record_offset, digest, reason, raw, received_at)"
                        + " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(message.topic(), message.partition(), message.offset())
                        .addValue(Buffer.buffer(sha256(raw)).getDelegate())
                        .addString(reason)
                        .addValue(Buffer.buffer(raw).getDelegate())
                        .addOffsetDateTime(now()))
                .replaceWithVoid();
    }

    Uni<List<ParkedEvent>> parked(SqlClient sql, int limit) {
        return sql.preparedQuery("SELECT id, topic, key, sequence, type, parked_reason, received_at FROM inbox"
                        + " WHERE state = 'parked' ORDER BY received_at, id LIMIT $1")
                .execute(Tuple.of(limit))
                .map(rows -> list(rows, InboxRows::toParked));
    }

    Uni<InboxBacklog> backlog(SqlClient sql) {
        return sql.query("SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,"
                        + " count(*) FILTER (WHERE state = 'parked') AS parked,"
                        + " (SELECT count(*) FROM inbox_unreadable) AS unreadable"
                        + " FROM inbox WHERE state IN ('waiting', 'parked')")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new InboxBacklog(row.getLong("waiting"), row.getLong("parked"), row.getLong("unreadable")));
    }

    private Tuple row(ReceivedEvent event, String state, @Nullable String reason) {
        return Tuple.of(event.id(), event.topic(), event.key(), event.sequence(), event.type())
                .addOffsetDateTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                .addString(event.json())
                .addOffsetDateTime(now())
                .addString(state)
                .addValue(reason)
                .addValue(state.equals(EventState.WAITING.word) ? null : now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static ReceivedEvent toEvent(Row row) {
        return new ReceivedEvent(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("payload"));
    }

    private static ParkedEvent toParked(Row row) {
        return new ParkedEvent(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("parked_reason"),
                row.getOffsetDateTime("received_at").toInstant());
    }

    private static byte[] sha256(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
