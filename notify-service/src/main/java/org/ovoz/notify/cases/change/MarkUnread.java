package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.time.SqlTime;

/** Somebody has to look at an open case who has not: it waits to be read like one that just came. */
@ApplicationScoped
public class MarkUnread {

    private static final String MARK =
            "UPDATE report_case SET read_by = coalesce(read_by, $2) WHERE id = $1 AND closed_at IS NULL";

    private final ReadingTimes times;
    private final Clock clock;

    MarkUnread(ReadingTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    public Uni<Void> mark(SqlClient transaction, ReportId report) {
        Instant by = clock.instant().plus(times.within());
        return transaction
                .preparedQuery(MARK)
                .execute(Tuple.of(report.value(), SqlTime.of(by)))
                .replaceWithVoid();
    }
}
