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
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** Cases, as the caller may see them. What is another organisation's is not there. */
@ApplicationScoped
public class Cases {

    private static final String SEEN = Visible.to("$1", "$2", "$3");
    private static final String DUE = CaseRow.DUE.formatted("$2");
    private static final String BY_DUE = DUE + ", c.id";
    private static final String NEXT_DUE = " AND (" + DUE + ", c.id) > ($4, $5)";
    private static final String NEXT_CLOSED = " AND (c.closed_at, c.id) < ($4, $5)";
    private static final String OPEN = CaseRow.selectPage(SEEN + " AND c.closed_at IS NULL" + NEXT_DUE, BY_DUE, "$6");
    private static final String MINE =
            CaseRow.selectPage(SEEN + " AND c.claimed_by = $3 AND c.lease_until > $2" + NEXT_DUE, BY_DUE, "$6");
    private static final String CLOSED = CaseRow.selectPage(
            SEEN + " AND c.closed_at IS NOT NULL" + NEXT_CLOSED, "c.closed_at DESC, c.id DESC", "$6");
    private static final String ONE = CaseRow.SELECT + "WHERE " + SEEN + " AND c.id = $4";

    private final Pool pool;
    private final Clock clock;

    Cases(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<CasePage> open(Caller caller, Optional<PageMark> after, int limit) {
        Instant now = clock.instant();
        Tuple asked = page(caller, after.orElse(PageMark.FIRST), limit, now);
        return page(OPEN, asked, limit, now, row -> CaseRow.dueAt(row, now));
    }

    Uni<CasePage> mine(Caller caller, Optional<PageMark> after, int limit) {
        Instant now = clock.instant();
        Tuple asked = page(caller, after.orElse(PageMark.FIRST), limit, now);
        return page(MINE, asked, limit, now, row -> CaseRow.dueAt(row, now));
    }

    Uni<CasePage> closed(Caller caller, Optional<PageMark> after, int limit) {
        Instant now = clock.instant();
        Tuple asked = page(caller, after.orElse(PageMark.LAST), limit, now);
        return page(CLOSED, asked, limit, now, row -> SqlTime.instant(row, "closed_at"));
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

    private static Tuple page(Caller caller, PageMark after, int limit, Instant now) {
        return Tuple.tuple()
                .addArrayOfString(caller.teamIds())
                .addOffsetDateTime(SqlTime.of(now))
                .addUUID(caller.id().value())
                .addOffsetDateTime(SqlTime.of(after.at()))
                .addUUID(after.id())
                .addInteger(limit);
    }

    private Uni<CasePage> page(String sql, Tuple asked, int limit, Instant now, Function<Row, Instant> sortedBy) {
        return pool.preparedQuery(sql).execute(asked).map(rows -> {
            List<CaseView> views = new ArrayList<>(rows.size());
            @Nullable PageMark last = null;
            for (Row row : rows) {
                views.add(CaseRow.toView(row, now));
                last = new PageMark(sortedBy.apply(row), row.getUUID("id"));
            }
            return new CasePage(views, views.size() < limit || last == null ? null : last.toString());
        });
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
