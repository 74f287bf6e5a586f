package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * Whoever read a report is out of it. If nobody who may act on it now, and can, has opened it since the reporter last wrote, and nobody holds
 * it, it is to be read again: its clock starts, and so does a ladder.
 */
@ApplicationScoped
public class CountAsUnread {

    private static final String COUNT = """
            UPDATE report_case c SET read_by = $3
            WHERE c.id = $1 AND c.closed_at IS NULL AND c.claimed_by IS NULL AND c.read_by IS NULL AND NOT EXISTS (
                SELECT 1 FROM opening o WHERE o.report_id = c.id AND o.person <> $2 AND o.at >= c.last_wrote_at
                    AND NOT EXISTS (SELECT 1 FROM cannot_open n WHERE n.report_id = o.report_id AND n.person = o.person AND n.at >= o.at)
                    AND NOT """ + " " + Visible.hiddenFrom("o.report_id", "o.person") + ")";

    private final ReadingTimes times;
    private final Clock clock;

    CountAsUnread(ReadingTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /**
     * The transaction tells that the case has changed.
     *
     * @return whether it is to be read again
     */
    public Uni<Boolean> without(Transaction transaction, ReportId report, PersonId person) {
        return transaction
                .connection()
                .preparedQuery(COUNT)
                .execute(Tuple.of(
                        report.value(),
                        person.value(),
                        SqlTime.of(clock.instant().plus(times.within()))))
                .map(rows -> rows.rowCount() > 0);
    }
}
