package org.ovoz.notify.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.time.SqlTime;

/** Cases for the live streams, each with those who may see it at this moment. */
@ApplicationScoped
public class ShownCases {

    private static final String VIEWS = CaseRow.SELECT + "WHERE c.id = ANY ($1)";
    private static final String AUDIENCES = """
            SELECT c.id, coalesce(t.organisations, '{}') AS organisations,
                ARRAY(SELECT p.id FROM person p WHERE p.teams && t.teams AND p.organisation = ANY (t.organisations)
                      AND p.state IN ('invited', 'active') AND NOT %s) AS people,
                ARRAY(SELECT p.id FROM person p WHERE p.organisation = ANY (t.organisations)
                      AND (p.state NOT IN ('invited', 'active') OR %s)) AS stopped,
                ARRAY(SELECT x.person FROM conflict_of_interest x WHERE x.report_id = c.id AND x.lifted_at IS NULL
                      AND x.declared_at > $3) AS withdrawn
            FROM report_case c CROSS JOIN LATERAL (
                SELECT array_agg(t.id) AS teams, array_agg(DISTINCT t.organisation) AS organisations
                FROM case_team a JOIN team t ON t.id = a.team AND NOT t.suspended
                WHERE a.report_id = c.id AND %s) t
            WHERE c.id = ANY ($1)""".formatted(
            Visible.hiddenFrom("c.id", "p.id"), Visible.hiddenFrom("c.id", "p.id"), Visible.addressedTeam("a", "$2"));
    /** For so long an open page is told that a case is gone; what happens in it later says nothing any more. */
    private static final Duration WITHDRAWN_FOR = Duration.ofMinutes(1);

    private final Pool pool;
    private final Clock clock;

    ShownCases(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** In no particular order; what is not there (any more) is left out. */
    public Uni<List<ShownCase>> of(Collection<ReportId> reports) {
        Instant now = clock.instant();
        UUID[] ids = reports.stream().map(ReportId::value).toArray(UUID[]::new);
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(AUDIENCES)
                                .execute(Tuple.of(ids, SqlTime.of(now), SqlTime.of(now.minus(WITHDRAWN_FOR)))),
                        pool.preparedQuery(VIEWS).execute(Tuple.of(ids)))
                .with((audiences, views) -> shown(views, audiences(audiences), now));
    }

    private static Map<UUID, Audience> audiences(RowSet<Row> rows) {
        Map<UUID, Audience> audiences = new HashMap<>();
        rows.forEach(row -> audiences.put(
                row.getUUID("id"),
                Audience.of(
                        row.getArrayOfUUIDs("people"),
                        row.getArrayOfStrings("organisations"),
                        row.getArrayOfUUIDs("stopped"),
                        row.getArrayOfUUIDs("withdrawn"))));
        return audiences;
    }

    private static List<ShownCase> shown(RowSet<Row> rows, Map<UUID, Audience> audiences, Instant now) {
        List<ShownCase> shown = new ArrayList<>(rows.size());
        rows.forEach(row -> {
            Audience audience = audiences.get(row.getUUID("id"));
            if (audience != null) {
                shown.add(new ShownCase(CaseRow.toView(row, now), audience));
            }
        });
        return shown;
    }
}
