package org.ovoz.notify.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.problem.Problems;
import org.ovoz.notify.time.SqlTime;

/** A report's hand-overs, for those who see it. */
@ApplicationScoped
class Handovers {

    private static final String READ = """
            SELECT h.*, f.handle AS offered_by, e.handle AS answered_by FROM handover h
            JOIN person f ON f.id = h.from_person LEFT JOIN person e ON e.id = h.ended_by
            WHERE h.report_id = $1 ORDER BY h.offered_at DESC LIMIT 20""";

    private final Pool pool;
    private final Cases cases;

    Handovers(Pool pool, Cases cases) {
        this.pool = pool;
        this.cases = cases;
    }

    /** The latest first. Fails with 404 for what is not there and for what is not the caller's. */
    Uni<List<Line>> of(Caller caller, ReportId report) {
        return cases.one(caller, report)
                .map(view -> view.orElseThrow(Problems::unknownReport))
                .chain(() -> pool.preparedQuery(READ).execute(Tuple.of(report.value())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Handovers::line)
                        .toList());
    }

    private static Line line(Row row) {
        return new Line(
                row.getUUID("id"),
                new TeamId(row.getString("from_team")),
                row.getString("offered_by"),
                new TeamId(row.getString("to_team")),
                row.getBoolean("leaves"),
                SqlTime.instant(row, "offered_at"),
                SqlTime.instant(row, "accept_by"),
                row.getString("ended"),
                SqlTime.instantOrNull(row, "ended_at"),
                row.getString("answered_by"),
                row.getString("reason"));
    }

    /**
     * One of them.
     *
     * @param by the handle of whoever offers it
     * @param leaves whether the team that offers it wants to be out of it once it was taken
     * @param ended absent while it is open
     * @param endedBy the handle of whoever ended it
     * @param reason why it was declined
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            TeamId from,
            String by,
            TeamId to,
            boolean leaves,
            Instant offeredAt,
            Instant acceptBy,
            @Nullable String ended,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String reason) {}
}
