package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A key that is not what its owner read out: mistyped, or somebody is posing as them. The coordinators hear of it either way. */
@ApplicationScoped
class ReportMismatch {

    private static final String MEMBER = "SELECT 1 FROM person WHERE id = $1 AND $2 = ANY (teams)";

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final AuditLog audit;
    private final Clock clock;

    ReportMismatch(Transactions transactions, RaiseNotice raiseNotice, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when the team is none of the caller's, or the person none of the team's. */
    Uni<Boolean> report(Caller caller, TeamId team, UUID person) {
        if (!caller.teams().contains(team)) {
            return Uni.createFrom().item(false);
        }
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(MEMBER)
                .execute(Tuple.of(person, team.value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : tell(transaction, caller, team, person).replaceWith(true)));
    }

    private Uni<Void> tell(Transaction transaction, Caller caller, TeamId team, UUID person) {
        String subject = team + "/" + person;
        return raiseNotice
                .raise(transaction, NoticeKind.KEY_MISMATCH, subject, caller.organisation())
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory("key-mismatch", caller.id().value(), subject, clock.instant())));
    }
}
