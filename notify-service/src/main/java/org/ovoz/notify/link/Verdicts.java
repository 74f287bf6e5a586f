package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** What people of the caller's organisation said of a report and others that the caller sees, the latest first. */
@ApplicationScoped
class Verdicts {

    private static final String READ = "SELECT " + OtherReport.COLUMNS
            + ", p.handle, l.said_at FROM case_link l JOIN person p ON p.id = l.said_by"
            + " JOIN report_case c ON c.id IN (l.report_a, l.report_b) AND c.id <> $4"
            + " WHERE $4 IN (l.report_a, l.report_b) AND l.organisation = $5 AND l.verdict = $6 AND l.ended_at IS NULL AND "
            + Visible.to("$1", "$2", "$3") + " ORDER BY l.said_at DESC, l.id LIMIT 200";

    private final Clock clock;

    Verdicts(Clock clock) {
        this.clock = clock;
    }

    Uni<List<LinksView.Said>> of(SqlClient connection, Caller caller, ReportId report, Verdict verdict) {
        Tuple asked = Tuple.tuple()
                .addArrayOfString(caller.teamIds())
                .addOffsetDateTime(SqlTime.of(clock.instant()))
                .addUUID(caller.id().value())
                .addUUID(report.value())
                .addString(caller.organisation().value())
                .addString(verdict.word());
        return connection
                .preparedQuery(READ)
                .execute(asked)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new LinksView.Said(
                                OtherReport.of(row), row.getString("handle"), SqlTime.instant(row, "said_at")))
                        .toList());
    }
}
