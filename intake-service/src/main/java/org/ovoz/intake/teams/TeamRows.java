package org.ovoz.intake.teams;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.TeamRecord;

/** The last valid state of each team, as intake's own database keeps it. */
@Singleton
class TeamRows {

    private static final String RECORD = """
            INSERT INTO team AS t (id, version, record, suspended, updated_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, record = excluded.record,
              suspended = excluded.suspended, updated_at = excluded.updated_at
            WHERE t.version < excluded.version""";

    private static final String SUSPENSION =
            "INSERT INTO team_suspension (event_id, team, jws, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private static final String SUSPEND = """
            INSERT INTO team AS t (id, version, record, suspended, updated_at) VALUES ($1, 0, NULL, true, $2)
            ON CONFLICT (id) DO UPDATE SET suspended = true, updated_at = excluded.updated_at""";

    private static final String REFUSAL =
            "INSERT INTO team_refusal (partition, record_offset, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private final Pool pool;
    private final Clock clock;

    TeamRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<List<Stored>> all() {
        return pool.query("SELECT id, version, record, suspended FROM team")
                .execute()
                .map(TeamRows::read);
    }

    /** False for a version that is not higher than what is known. */
    Uni<Boolean> keep(TeamRecord team, String jws) {
        return pool.preparedQuery(RECORD)
                .execute(Tuple.of(team.id().value(), team.version(), jws, team.suspended(), now()))
                .map(kept -> kept.rowCount() == 1);
    }

    /** False if this event was applied before: reading the topic again does not suspend again. */
    Uni<Boolean> suspend(Suspension suspension) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(SUSPENSION)
                .execute(Tuple.of(suspension.eventId(), suspension.team().value(), suspension.jws(), now()))
                .chain(inserted -> inserted.rowCount() == 1
                        ? suspend(transaction, suspension.team())
                        : Uni.createFrom().item(false)));
    }

    Uni<Boolean> isApplied(String eventId) {
        return pool.preparedQuery("SELECT FROM team_suspension WHERE event_id = $1")
                .execute(Tuple.of(eventId))
                .map(found -> found.size() == 1);
    }

    Uni<Void> refuse(int partition, long offset, String reason) {
        return pool.preparedQuery(REFUSAL)
                .execute(Tuple.of(partition, offset, reason, now()))
                .replaceWithVoid();
    }

    private Uni<Boolean> suspend(SqlConnection transaction, TeamId team) {
        return transaction
                .preparedQuery(SUSPEND)
                .execute(Tuple.of(team.value(), now()))
                .replaceWith(true);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static List<Stored> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Stored(row.getString("id"), row.getString("record"), row.getBoolean("suspended")))
                .toList();
    }

    /** @param jws the proof, where it came signed */
    record Suspension(String eventId, TeamId team, @Nullable String jws) {}

    /** @param record absent for a team of which only a suspension is known */
    record Stored(String id, @Nullable String record, boolean suspended) {}
}
