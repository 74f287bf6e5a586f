package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.cases.change.CountAsUnread;
import org.ovoz.notify.claim.ReleaseClaim;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * A report does not open for somebody: their claim goes, they are not asked again, and whoever is next is told at once, also where it counted as
 * read because they fetched it. Lost keys are the commonest failure of sealed intake; the person who waits must not pay for it.
 */
@ApplicationScoped
public class PassOn {

    private static final String LOCK = "SELECT 1 FROM report_case WHERE id = $1 FOR NO KEY UPDATE";
    private static final String SAY = """
            INSERT INTO cannot_open (report_id, person, at) VALUES ($1, $2, $3)
            ON CONFLICT (report_id, person) DO UPDATE SET at = excluded.at""";

    private final ReleaseClaim releaseClaim;
    private final CountAsUnread countAsUnread;
    private final Ladders ladders;
    private final ClimbLadders climbLadders;
    private final CaseJournal journal;
    private final Clock clock;

    PassOn(
            ReleaseClaim releaseClaim,
            CountAsUnread countAsUnread,
            Ladders ladders,
            ClimbLadders climbLadders,
            CaseJournal journal,
            Clock clock) {
        this.releaseClaim = releaseClaim;
        this.countAsUnread = countAsUnread;
        this.ladders = ladders;
        this.climbLadders = climbLadders;
        this.journal = journal;
        this.clock = clock;
    }

    public Uni<Void> passOn(Transaction transaction, PersonId person, ReportId report) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(report.value()))
                .chain(() -> releaseClaim.release(transaction, person, report))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(SAY)
                        .execute(Tuple.of(report.value(), person.value(), SqlTime.of(now))))
                .chain(() -> countAsUnread.without(transaction, report, person))
                .chain(unread -> unread
                        ? begin(transaction, report, now)
                        : ladders.passOn(transaction.connection(), report, now))
                .chain(() -> journal.write(transaction, "cannot-open", person, new CaseUpdated(report, now)));
    }

    private Uni<Void> begin(Transaction transaction, ReportId report, Instant now) {
        return ladders.start(transaction.connection(), Ids.random(), report, now)
                .invoke(started ->
                        started.ifPresent(ladder -> transaction.afterCommit(() -> climbLadders.start(ladder))))
                .replaceWithVoid();
    }
}
