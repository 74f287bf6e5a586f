package org.ovoz.notify.conflict;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** The conflicts of interest that hold, of the caller's own people, in cases that the caller sees: never the caller's own. */
@ApplicationScoped
class Conflicts {

    private static final String READ =
            """
            SELECT x.report_id, c.short_id, p.handle, x.reason, x.declared_at
            FROM conflict_of_interest x JOIN person p ON p.id = x.person JOIN report_case c ON c.id = x.report_id
            WHERE x.lifted_at IS NULL AND p.organisation = $4 AND """ + " " + Visible.to("$1", "$2", "$3") + " ORDER BY x.declared_at DESC LIMIT 500";

    private final Pool pool;
    private final Clock clock;

    Conflicts(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<List<Conflict>> of(Caller caller) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(
                        caller.teamIds(),
                        SqlTime.of(clock.instant()),
                        caller.id().value(),
                        caller.organisation().value()))
                .map(rows -> {
                    List<Conflict> conflicts = new ArrayList<>(rows.size());
                    rows.forEach(row -> conflicts.add(new Conflict(
                            new ReportId(row.getUUID("report_id")),
                            row.getString("short_id"),
                            row.getString("handle"),
                            row.getString("reason"),
                            SqlTime.instant(row, "declared_at"))));
                    return conflicts;
                });
    }

    /** Who declared what, when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conflict(ReportId id, String shortId, String who, String reason, Instant declaredAt) {}
}
