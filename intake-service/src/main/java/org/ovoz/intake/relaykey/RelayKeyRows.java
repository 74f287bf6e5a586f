package org.ovoz.intake.relaykey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.intake.keys.LineKeys;

/** The rows of the relay keys. */
@Singleton
class RelayKeyRows {

    private final LineKeys line;

    RelayKeyRows(LineKeys line) {
        this.line = line;
    }

    /** Newest first. */
    Uni<List<RelayPair>> usable(SqlClient sql, Instant now) {
        return sql.preparedQuery(
                        "SELECT wrapped, record, made_at, not_after FROM relay_key WHERE not_after > $1 ORDER BY made_at DESC, kid")
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(this::read);
    }

    Uni<Void> insert(SqlClient sql, RelayPair pair) {
        return sql.preparedQuery(
                        "INSERT INTO relay_key (kid, wrapped, record, made_at, not_after) VALUES ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        pair.kid(),
                        pair.wrapped(line.vault()),
                        pair.record(),
                        pair.madeAt().atOffset(ZoneOffset.UTC),
                        pair.notAfter().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> forget(SqlClient sql, Instant notAfter) {
        return sql.preparedQuery("DELETE FROM relay_key WHERE not_after <= $1")
                .execute(Tuple.of(notAfter.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private List<RelayPair> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new RelayPair(
                        RelayPair.unwrap(row.getString("wrapped"), line.vault()),
                        row.getString("record"),
                        row.getOffsetDateTime("made_at").toInstant(),
                        row.getOffsetDateTime("not_after").toInstant()))
                .toList();
    }
}
