package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.HeldWork;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.transport.transaction.Transaction;

/**
 * Somebody was stopped or moved: the teams' keys are not given out to them any more. What their browser may have kept is out of reach, so each
 * team's key is to be replaced, and not by one that they have seen.
 */
@ApplicationScoped
class TakeKeysBack implements HeldWork {

    private static final String TAKE = """
            WITH gone AS (DELETE FROM team_key k USING person p WHERE p.id = k.person AND p.id = $1 %s RETURNING k.team, k.kid),
                unvouched AS (DELETE FROM admission a USING person p WHERE p.id = a.person AND p.id = $1 %s),
                dropped AS (DELETE FROM team_proposal m USING gone g
                    WHERE m.team = g.team AND team_record_kid(m.jws, 'encryptionKey') = g.kid RETURNING m.team)
            SELECT t.id, t.organisation, t.encryption_kid, bool_or(g.kid = t.encryption_kid) AS of_today,
                t.id IN (SELECT team FROM dropped) AS dropped
            FROM gone g JOIN team t ON t.id = g.team GROUP BY t.id ORDER BY t.id""";
    private static final String ALL = TAKE.formatted("", "");
    private static final String UNSEEN = TAKE.formatted("AND k.team <> ALL (p.teams)", "AND a.team <> ALL (p.teams)");

    private final RaiseNotice raiseNotice;
    private final AuditLog audit;
    private final Clock clock;

    TakeKeysBack(RaiseNotice raiseNotice, AuditLog audit, Clock clock) {
        this.raiseNotice = raiseNotice;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Uni<Void> giveBack(Transaction transaction, PersonId person) {
        return take(transaction, person, ALL);
    }

    @Override
    public Uni<Void> giveBackUnseen(Transaction transaction, PersonId person) {
        return take(transaction, person, UNSEEN);
    }

    private Uni<Void> take(Transaction transaction, PersonId person, String sql) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(Tuple.of(person.value()))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> taken(transaction, row))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> taken(Transaction transaction, Row row) {
        Uni<Void> told = row.getBoolean("of_today")
                ? tell(transaction, row).replaceWithVoid()
                : Uni.createFrom().voidItem();
        return row.getBoolean("dropped") ? told.chain(() -> note(transaction, row)) : told;
    }

    private Uni<Void> note(Transaction transaction, Row row) {
        return audit.append(
                transaction.connection(),
                AuditEntry.ofDirectory("proposal-dropped", null, row.getString("id"), clock.instant()));
    }

    private Uni<Boolean> tell(Transaction transaction, Row row) {
        return raiseNotice.raise(
                transaction,
                NoticeKind.ROTATE_KEY,
                row.getString("id") + "/" + row.getString("encryption_kid"),
                new OrganisationId(row.getString("organisation")));
    }
}
