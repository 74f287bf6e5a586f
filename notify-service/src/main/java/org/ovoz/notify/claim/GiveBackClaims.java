package org.ovoz.notify.claim;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.ClaimLapsed;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.HeldWork;
import org.ovoz.transport.transaction.Transaction;

/** Somebody was stopped or moved: what they held is in the queue again, told like a lease that ran out. */
@ApplicationScoped
class GiveBackClaims implements HeldWork {

    private static final String ALL =
            "UPDATE report_case c SET claimed_by = NULL, claimed_at = NULL, lease_until = NULL WHERE c.claimed_by = $1";
    private static final String UNSEEN = """
            AND NOT EXISTS (
                SELECT 1 FROM case_team a JOIN team t ON t.id = a.team AND NOT t.suspended
                JOIN person p ON p.id = $1 AND p.organisation = t.organisation
                    AND (t.id = ANY (p.teams) OR 'coordinator' = ANY (p.roles))
                WHERE a.report_id = c.id)""";
    private static final String RETURNING = " RETURNING c.id";

    private final CaseJournal journal;
    private final Clock clock;

    GiveBackClaims(CaseJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Void> giveBack(Transaction transaction, PersonId person) {
        return give(transaction, person, ALL + RETURNING);
    }

    @Override
    public Uni<Void> giveBackUnseen(Transaction transaction, PersonId person) {
        return give(transaction, person, ALL + " " + UNSEEN + RETURNING);
    }

    private Uni<Void> give(Transaction transaction, PersonId person, String sql) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(Tuple.of(person.value()))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> tell(transaction, row, person, now))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> tell(Transaction transaction, Row row, PersonId person, Instant now) {
        ReportId report = new ReportId(row.getUUID("id"));
        return journal.write(transaction, "claim-lapsed", person, new ClaimLapsed(report, person, now));
    }
}
