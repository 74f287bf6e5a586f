package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.transport.transaction.Transaction;

/** Somebody says that they are at it: the ladder holds still for a while, and goes on unless the report is read by then. */
@ApplicationScoped
public class AcknowledgeReport {

    private static final String FIND = """
            SELECT l.id, c.danger FROM ladder l JOIN report_case c ON c.id = l.report_id
            WHERE l.report_id = $1 AND l.ended_at IS NULL FOR UPDATE OF l""";

    private final Acknowledgements acknowledgements;
    private final Rungs rungs;
    private final CaseJournal journal;
    private final Clock clock;

    AcknowledgeReport(Acknowledgements acknowledgements, Rungs rungs, CaseJournal journal, Clock clock) {
        this.acknowledgements = acknowledgements;
        this.rungs = rungs;
        this.journal = journal;
        this.clock = clock;
    }

    /** The same person's second one in a round holds nothing up. @return false when nothing climbs for the report any more */
    public Uni<Boolean> acknowledge(Transaction transaction, ReportId report, PersonId person) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(FIND)
                .execute(Tuple.of(report.value()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(false);
                    }
                    var ladder = rows.iterator().next();
                    Instant until = now.plus(rungs.pause(ladder.getBoolean("danger")));
                    return acknowledgements
                            .pause(
                                    transaction.connection(),
                                    ladder.getUUID("id"),
                                    person,
                                    Acknowledgements.ACKNOWLEDGE,
                                    now,
                                    until)
                            .chain(paused -> paused
                                    ? journal.write(transaction, "acknowledged", person, new CaseUpdated(report, now))
                                    : Uni.createFrom().voidItem())
                            .replaceWith(true);
                });
    }
}
