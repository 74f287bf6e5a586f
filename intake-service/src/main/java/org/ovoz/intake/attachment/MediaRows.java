package org.ovoz.intake.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** What came with texts and is at the carrier. A row is somebody's until it is due again; what became of it is written by its state. */
@Singleton
class MediaRows {

    private static final String TAKE = """
            UPDATE media m SET due_at = $2, tries = m.tries + 1
            FROM (SELECT id FROM media WHERE due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) d
            WHERE m.id = d.id
            RETURNING m.id, m.report_id, m.message_id, m.state, m.source, m.wanted_at, m.tries,
              (SELECT c.shred_key FROM conversation c WHERE c.id = m.report_id) AS shred_key""";

    private static final String SETTLE =
            "UPDATE media SET state = $2, source = NULL, due_at = NULL WHERE id = $1 AND state = $3";

    private final Pool pool;

    MediaRows(Pool pool) {
        this.pool = pool;
    }

    /** The one that is due longest, for this caller alone until then. */
    Uni<Optional<WaitingMedium>> take(Instant now, Instant until) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(utc(now), utc(until)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(MediaRows::medium));
    }

    Uni<Void> putOff(ItemId item, Instant until) {
        return pool.preparedQuery("UPDATE media SET due_at = $2 WHERE id = $1 AND due_at IS NOT NULL")
                .execute(Tuple.of(item.value(), utc(until)))
                .replaceWithVoid();
    }

    /** Nothing is asked of the carrier any more; its ids are gone. */
    Uni<Void> settle(ItemId item, String before, String state) {
        return settle(pool, item, before, state);
    }

    static Uni<Void> settle(SqlClient sql, ItemId item, String before, String state) {
        return sql.preparedQuery(SETTLE)
                .execute(Tuple.of(item.value(), state, before))
                .replaceWithVoid();
    }

    /** Holds the row. False if somebody else was faster, or it is not there any more. */
    static Uni<Boolean> isWanted(SqlClient transaction, ItemId item) {
        return transaction
                .preparedQuery("SELECT FROM media WHERE id = $1 AND state = 'wanted' FOR UPDATE")
                .execute(Tuple.of(item.value()))
                .map(rows -> rows.size() == 1);
    }

    static Uni<Void> stored(SqlClient transaction, ItemId item) {
        return transaction
                .preparedQuery("UPDATE media SET state = 'stored' WHERE id = $1")
                .execute(Tuple.of(item.value()))
                .replaceWithVoid();
    }

    Uni<Void> remove(ItemId item) {
        return pool.preparedQuery("DELETE FROM media WHERE id = $1")
                .execute(Tuple.of(item.value()))
                .replaceWithVoid();
    }

    /** Those of a report that the carrier may still have, under the shred key. */
    Uni<List<String>> sourcesOf(ReportId report) {
        return pool.preparedQuery("SELECT source FROM media WHERE report_id = $1 AND source IS NOT NULL")
                .execute(Tuple.of(report.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Objects.requireNonNull(row.getString("source")))
                        .toList());
    }

    private static WaitingMedium medium(Row row) {
        return new WaitingMedium(
                new ItemId(row.getUUID("id")),
                new ReportId(row.getUUID("report_id")),
                new ItemId(row.getUUID("message_id")),
                "stored".equals(row.getString("state")),
                new WaitingMedium.Source(row.getString("source"), row.getUUID("shred_key")),
                new WaitingMedium.Attempts(row.getOffsetDateTime("wanted_at").toInstant(), row.getInteger("tries")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
