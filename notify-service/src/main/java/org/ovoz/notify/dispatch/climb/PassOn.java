package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.claim.ReleaseClaim;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * A report does not open for somebody: their claim goes, they are not asked again, and whoever is next is told at once. Lost keys are the
 * commonest failure of sealed intake; the person who waits must not pay for it.
 */
@ApplicationScoped
public class PassOn {

    private static final String SAY = """
            INSERT INTO cannot_open (report_id, person, at) VALUES ($1, $2, $3)
            ON CONFLICT (report_id, person) DO UPDATE SET at = excluded.at""";

    private final ReleaseClaim releaseClaim;
    private final Ladders ladders;
    private final AuditLog audit;
    private final Clock clock;

    PassOn(ReleaseClaim releaseClaim, Ladders ladders, AuditLog audit, Clock clock) {
        this.releaseClaim = releaseClaim;
        this.ladders = ladders;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<Void> passOn(Transaction transaction, PersonId person, ReportId report) {
        Instant now = clock.instant();
        return releaseClaim
                .release(transaction, person, report)
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(SAY)
                        .execute(Tuple.of(report.value(), person.value(), SqlTime.of(now))))
                .chain(() -> ladders.passOn(transaction.connection(), report, now))
                .chain(() -> audit.append(
                        transaction.connection(), AuditEntry.ofReport(report, "cannot-open", person, now)));
    }
}
