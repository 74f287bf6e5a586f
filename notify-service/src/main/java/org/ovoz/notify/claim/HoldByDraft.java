package org.ovoz.notify.claim;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;

/** The holder is writing: a claim that would lapse meanwhile is held a little longer, each time that the console says so. */
@ApplicationScoped
public class HoldByDraft {

    private static final String HOLD = """
            UPDATE report_case SET lease_until = $4
            WHERE id = $1 AND claimed_by = $2 AND lease_until > $3 AND lease_until < $4""";

    private final LeaseTimes times;
    private final Clock clock;

    HoldByDraft(LeaseTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** @return whether the lease is another one now; false for somebody who does not hold the report, too */
    public Uni<Boolean> hold(SqlClient transaction, PersonId holder, ReportId report) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(report.value(), holder.value(), SqlTime.of(now), SqlTime.of(now.plus(times.draft()))))
                .map(rows -> rows.rowCount() > 0);
    }
}
