package org.ovoz.notify.shift.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** Duties of the caller's teams that end soon or have ended, with what is open and nobody accepted; the caller's own too. */
@ApplicationScoped
class ReadHandovers {

    private static final String READ = """
            SELECT d.id, d.person, p.handle, d.team, d.ends_at, w.report, w.short_id
            FROM duty d JOIN person p ON p.id = d.person
            CROSS JOIN LATERAL (SELECT c.id AS report, c.short_id %s) w
            WHERE d.team = ANY ($1) AND d.ends_at > $2 AND d.ends_at <= $3 AND %s
            ORDER BY d.ends_at, d.id, w.short_id""".formatted(OpenWork.ofDutyFor("$4"), OpenWork.ENDS);

    private final Pool pool;
    private final HandoverSettings settings;
    private final Clock clock;

    ReadHandovers(Pool pool, HandoverSettings settings, Clock clock) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<List<Handover>> read(Caller caller) {
        Instant now = clock.instant();
        return pool.preparedQuery(READ)
                .execute(Tuple.of(
                        caller.teamIds(),
                        SqlTime.of(now.minus(settings.shownFor())),
                        SqlTime.of(now.plus(settings.shownFrom())),
                        caller.id().value()))
                .map(rows -> {
                    Map<UUID, Handover> found = new LinkedHashMap<>();
                    rows.forEach(row -> found.computeIfAbsent(row.getUUID("id"), first -> toHandover(row, caller))
                            .reports()
                            .add(new OpenReport(row.getUUID("report"), row.getString("short_id"))));
                    return List.copyOf(found.values());
                });
    }

    private static Handover toHandover(Row row, Caller caller) {
        return new Handover(
                row.getUUID("id"),
                row.getString("handle"),
                row.getUUID("person").equals(caller.id().value()),
                row.getString("team"),
                SqlTime.instant(row, "ends_at"),
                new ArrayList<>());
    }

    /**
     * What one duty leaves behind.
     *
     * @param mine to give, not to accept
     */
    public record Handover(
            UUID duty, String handle, boolean mine, String team, Instant until, List<OpenReport> reports) {}

    /** A report that somebody holds, or is at and has not read. */
    public record OpenReport(UUID id, String shortId) {}
}
