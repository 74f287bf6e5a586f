package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.transport.transaction.Transaction;

/** Somebody says that they are at it: the ladder holds still for a while, and goes on unless the report is read by then. */
@ApplicationScoped
public class AcknowledgeReport {

    /** The case is locked before its ladder, here as everywhere. */
    private static final String LOCK = "SELECT danger FROM report_case WHERE id = $1 FOR NO KEY UPDATE";

    private static final String FIND = """
            SELECT l.id, c.danger FROM ladder l JOIN report_case c ON c.id = l.report_id
            WHERE l.report_id = $1 AND ($2::uuid IS NULL OR l.id = $2) AND l.ended_at IS NULL FOR UPDATE OF l""";

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

    /**
     * The same person's second one in a round holds nothing up.
     *
     * @param ladder the one that is meant; null for whichever climbs
     * @return false when it climbs no more
     */
    public Uni<Boolean> acknowledge(Transaction transaction, ReportId report, PersonId person, @Nullable UUID ladder) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(report.value()))
                .chain(() -> transaction.connection().preparedQuery(FIND).execute(Tuple.of(report.value(), ladder)))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(false);
                    }
                    var climbing = rows.iterator().next();
                    Instant until = now.plus(rungs.pause(climbing.getBoolean("danger")));
                    return acknowledgements
                            .pause(
                                    transaction.connection(),
                                    climbing.getUUID("id"),
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
