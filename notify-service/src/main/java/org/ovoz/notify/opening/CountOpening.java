package org.ovoz.notify.opening;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * Counts what a person opens, before intake is asked: what was asked for counts, whether it came or not. The same report counts once in
 * the time, so that whoever works in it is never held up. Coordinators are told of whoever reaches the cap, until it opens again.
 */
@ApplicationScoped
public class CountOpening {

    /** Of several requests of a person one counts at a time. */
    private static final String IN_LINE = "SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE";

    private static final String COUNT = """
            SELECT count(*) AS opened, coalesce(bool_or(report_id = $2), false) AS known, min(at) AS oldest
            FROM opening WHERE person = $1 AND at > $3""";
    private static final String KEEP = """
            INSERT INTO opening (person, report_id, at) VALUES ($1, $2, $3)
            ON CONFLICT (person, report_id) DO UPDATE SET at = excluded.at""";

    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final OpeningCap cap;
    private final Clock clock;

    CountOpening(RaiseNotice raiseNotice, EndNotice endNotice, OpeningCap cap, Clock clock) {
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.cap = cap;
        this.clock = clock;
    }

    public Uni<Opening> count(Transaction transaction, Caller caller, ReportId report) {
        Instant now = clock.instant();
        SqlClient connection = transaction.connection();
        return connection
                .preparedQuery(IN_LINE)
                .execute(Tuple.of(caller.id().value()))
                .chain(() -> connection
                        .preparedQuery(COUNT)
                        .execute(Tuple.of(caller.id().value(), report.value(), SqlTime.of(now.minus(cap.within())))))
                .chain(rows ->
                        settle(transaction, caller, report, rows.iterator().next(), now));
    }

    private Uni<Opening> settle(Transaction transaction, Caller caller, ReportId report, Row counted, Instant now) {
        if (counted.getBoolean("known")) {
            return Uni.createFrom().item(new Opening.Free());
        }
        if (counted.getLong("opened") < cap.atMost()) {
            return keep(transaction, caller, report, now).replaceWith(new Opening.Free());
        }
        Instant again = SqlTime.instant(counted, "oldest").plus(cap.within());
        return raiseNotice
                .raise(transaction, NoticeKind.OPENING_CAP, caller.id().toString(), caller.organisation())
                .replaceWith(new Opening.CapReached(again));
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, ReportId report, Instant now) {
        return transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(caller.id().value(), report.value(), SqlTime.of(now)))
                .chain(() -> endNotice.end(
                        transaction, NoticeKind.OPENING_CAP, caller.id().toString()));
    }
}
