package org.ovoz.notify.due;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.dispatch.OverdueReports;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Somebody who was told is at it: coordinators are told later, unless it is ticked off by then. */
@ApplicationScoped
class AcknowledgeDue implements OverdueReports {

    private static final String LATER = """
            UPDATE case_due SET tell_at = CASE WHEN tell_at IS NULL THEN NULL ELSE greatest(tell_at, $2) END
            WHERE report_id = $1 AND ended_at IS NULL AND told_at IS NOT NULL""";

    private final CaseJournal journal;
    private final DueTimes times;
    private final Clock clock;

    AcknowledgeDue(CaseJournal journal, DueTimes times, Clock clock) {
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> acknowledge(Transaction transaction, ReportId report, PersonId person) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(LATER)
                .execute(Tuple.of(report.value(), SqlTime.of(now.plus(times.untilNotice()))))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : journal.write(transaction, "acknowledged", person, new CaseUpdated(report, now))
                                .replaceWith(true));
    }
}
