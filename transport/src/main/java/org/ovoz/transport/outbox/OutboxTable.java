package org.ovoz.transport.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The rows of the outbox, as seen by the transaction that writes them. */
public final class OutboxTable {

    /** How many parameters {@link #insertFrom} takes. */
    public static final int PARAMETERS = 7;

    private static final String INSERT = insertFrom(1);

    private OutboxTable() {}

    /** Writes the events on the caller's connection, so that they commit with the state they tell of. */
    public static Uni<Void> append(SqlClient transaction, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(INSERT)
                .execute(addTo(Tuple.tuple(), events))
                .replaceWithVoid();
    }

    /**
     * The INSERT for whoever writes state and events in one statement with CTEs, reading from arrays in the parameters
     * {@code $first} to {@code $first + 6}, as {@link #addTo} adds them.
     */
    public static String insertFrom(int first) {
        return """
                INSERT INTO outbox (id, topic, key, sequence, type, occurred_at, payload)
                SELECT * FROM unnest($%d::uuid[], $%d::text[], $%d::text[], $%d::bigint[], $%d::text[], $%d::timestamptz[], $%d::text[])""".formatted(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6);
    }

    /** Adds the seven arrays of {@link #insertFrom} to the tuple and returns it. */
    public static Tuple addTo(Tuple tuple, List<OutboxEvent> events) {
        return tuple.addArrayOfUUID(events.stream().map(OutboxEvent::id).toArray(UUID[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::topic).toArray(String[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::key).toArray(String[]::new))
                .addArrayOfLong(events.stream().map(OutboxEvent::sequence).toArray(Long[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::type).toArray(String[]::new))
                .addArrayOfOffsetDateTime(events.stream()
                        .map(event -> event.occurredAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::json).toArray(String[]::new));
    }
}
