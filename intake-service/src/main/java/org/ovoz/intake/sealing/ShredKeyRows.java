package org.ovoz.intake.sealing;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of the shred cluster. */
@Singleton
class ShredKeyRows {

    private final Pool pool;
    private final Clock clock;

    ShredKeyRows(@ReactiveDataSource("shred") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Completes once they are committed. */
    Uni<Void> insert(List<ShredKey> keys) {
        List<Tuple> rows = keys.stream()
                .map(key -> Tuple.of(
                        key.id(), Buffer.buffer(key.bytes()), clock.instant().atOffset(ZoneOffset.UTC)))
                .toList();
        return pool.withTransaction(
                tx -> tx.preparedQuery("INSERT INTO shred_key (id, key, made_at) VALUES ($1, $2, $3)")
                        .executeBatch(rows)
                        .replaceWithVoid());
    }

    Uni<List<ShredKey>> find(List<UUID> ids) {
        return pool.preparedQuery("SELECT id, key FROM shred_key WHERE id = ANY($1)")
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(ShredKeyRows::read);
    }

    Uni<Void> delete(UUID id) {
        return pool.preparedQuery("DELETE FROM shred_key WHERE id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private static List<ShredKey> read(RowSet<Row> rows) {
        List<ShredKey> keys = new ArrayList<>();
        for (Row row : rows) {
            keys.add(new ShredKey(row.getUUID("id"), row.getBuffer("key").getBytes()));
        }
        return keys;
    }
}
