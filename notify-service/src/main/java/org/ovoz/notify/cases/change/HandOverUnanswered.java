package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.directory.TeamsStopped;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * An open case whose teams are all stopped is its escalation teams' at once. That somebody opened it before counts no more: those who can
 * act now have not read it. A team that the desk does not know yet counts as open, as it does for dispatch.
 */
@ApplicationScoped
class HandOverUnanswered implements TeamsStopped {

    private static final String HAND_OVER = """
            UPDATE report_case c SET escalates_at = least(c.escalates_at, $1), escalated_at = NULL,
                first_opened_at = NULL, read_by = coalesce(c.read_by, $2)
            WHERE c.closed_at IS NULL AND (c.escalates_at > $1 OR c.first_opened_at < c.escalates_at)
              AND EXISTS (SELECT 1 FROM case_team e JOIN team t ON t.id = e.team AND NOT t.suspended
                          WHERE e.report_id = c.id AND e.addressed_as = 'escalation')
              AND NOT EXISTS (SELECT 1 FROM case_team a LEFT JOIN team t ON t.id = a.team
                              WHERE a.report_id = c.id AND a.addressed_as <> 'escalation'
                                AND t.suspended IS NOT TRUE)
            RETURNING c.id""";

    private final CaseJournal journal;
    private final ReadingTimes times;
    private final Clock clock;

    HandOverUnanswered(CaseJournal journal, ReadingTimes times, Clock clock) {
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Uni<Void> handOver(Transaction transaction) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(HAND_OVER)
                .execute(Tuple.of(SqlTime.of(now), SqlTime.of(now.plus(times.within()))))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> tell(transaction, row, now))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> tell(Transaction transaction, Row row, Instant now) {
        ReportId report = new ReportId(row.getUUID("id"));
        return journal.write(transaction, "handed-to-escalation", null, new CaseUpdated(report, now));
    }
}
