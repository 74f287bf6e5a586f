package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.inbox.PoisonEvent;
import org.ovoz.transport.transaction.Transaction;

/** The reporter wrote again: a clock of its own starts, and a closed case is open again. */
@ApplicationScoped
class TakeMessage {

    private static final String CLOSED =
            "SELECT closed_at IS NOT NULL AS closed FROM report_case WHERE id = $1 FOR UPDATE";
    private static final String WROTE = """
            UPDATE report_case SET last_wrote_at = greatest(last_wrote_at, $2), read_by = coalesce(read_by, $3)
            WHERE id = $1""";

    private final ReopenCase reopenCase;
    private final CaseJournal journal;
    private final ReadingTimes times;

    TakeMessage(ReopenCase reopenCase, CaseJournal journal, ReadingTimes times) {
        this.reopenCase = reopenCase;
        this.journal = journal;
        this.times = times;
    }

    Uni<Void> take(Transaction transaction, ReporterWrote event) {
        SqlClient connection = transaction.connection();
        ReportId report = event.reportId();
        return connection
                .preparedQuery(CLOSED)
                .execute(Tuple.of(report.value()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        throw new PoisonEvent("unknown-report");
                    }
                    boolean closed = rows.iterator().next().getBoolean("closed");
                    return closed
                            ? reopenCase.reopen(connection, report)
                            : Uni.createFrom().voidItem();
                })
                .chain(() -> connection
                        .preparedQuery(WROTE)
                        .execute(Tuple.of(
                                report.value(),
                                SqlTime.of(event.at()),
                                SqlTime.of(event.at().plus(times.within())))))
                .chain(() -> journal.write(transaction, "reporter-wrote", null, new CaseUpdated(report, event.at())));
    }
}
