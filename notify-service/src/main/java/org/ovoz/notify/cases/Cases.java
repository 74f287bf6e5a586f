package org.ovoz.notify.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** Cases, as the caller may see them. What is another organisation's is not there. */
@ApplicationScoped
public class Cases {

    private static final String SEEN = CaseRow.SELECT + "WHERE " + Visible.to("$1", "$2", "$3");
    private static final String OPEN = SEEN + " AND c.closed_at IS NULL ORDER BY c.received_at LIMIT 1000";
    private static final String MINE =
            SEEN + " AND c.claimed_by = $3 AND c.lease_until > $2 ORDER BY c.received_at LIMIT 1000";
    private static final String CLOSED = SEEN + " AND c.closed_at IS NOT NULL ORDER BY c.closed_at DESC LIMIT 200";
    private static final String ONE = SEEN + " AND c.id = $4";

    private final Pool pool;
    private final Clock clock;

    Cases(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<List<CaseView>> open(Caller caller) {
        return list(OPEN, seenBy(caller));
    }

    Uni<List<CaseView>> mine(Caller caller) {
        return list(MINE, seenBy(caller));
    }

    Uni<List<CaseView>> closed(Caller caller) {
        return list(CLOSED, seenBy(caller));
    }

    public Uni<Optional<CaseView>> one(Caller caller, ReportId report) {
        return one(pool, caller, report);
    }

    /** As seen by the transaction under way. */
    public Uni<Optional<CaseView>> one(SqlClient connection, Caller caller, ReportId report) {
        return connection
                .preparedQuery(ONE)
                .execute(seenBy(caller).addUUID(report.value()))
                .map(rows -> views(rows).findFirst());
    }

    private Uni<List<CaseView>> list(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> views(rows).toList());
    }

    private Stream<CaseView> views(RowSet<Row> rows) {
        Instant now = clock.instant();
        List<CaseView> views = new ArrayList<>(rows.size());
        StreamSupport.stream(rows.spliterator(), false)
                .map(row -> CaseRow.toView(row, now))
                .forEach(views::add);
        return views.stream();
    }

    private Tuple seenBy(Caller caller) {
        return Tuple.of(
                caller.teamIds(), SqlTime.of(clock.instant()), caller.id().value());
    }
}
