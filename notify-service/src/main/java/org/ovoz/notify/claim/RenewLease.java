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

/** An action of the holder starts the lease anew; a time that was agreed holds it longer. */
@ApplicationScoped
public class RenewLease {

    private static final String RENEW = """
            UPDATE report_case
            SET lease_until = greatest(CASE WHEN danger THEN $3::timestamptz ELSE $4::timestamptz END, agreed_until)
            WHERE id = $1 AND claimed_by = $2 AND lease_until > $5""";

    private final LeaseTimes times;
    private final Clock clock;

    RenewLease(LeaseTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** Changes nothing for somebody who does not hold it. */
    public Uni<Void> renew(SqlClient transaction, PersonId holder, ReportId report) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(RENEW)
                .execute(Tuple.of(
                        report.value(),
                        holder.value(),
                        SqlTime.of(now.plus(times.danger())),
                        SqlTime.of(now.plus(times.ordinary())),
                        SqlTime.of(now)))
                .replaceWithVoid();
    }
}
