package org.ovoz.notify.conflict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Somebody says that a report is not for them. From the commit on it is hidden from them in every list, stream, order, alert and answer;
 * their coordinators are told that it was declared. The case's row is locked first, so a claim made meanwhile is let go, too.
 */
@ApplicationScoped
class DeclareConflict {

    private static final String LOCK = "SELECT 1 FROM report_case WHERE id = $1 FOR NO KEY UPDATE";
    private static final String DECLARE = """
            INSERT INTO conflict_of_interest (id, report_id, person, reason, declared_at) VALUES ($1, $2, $3, $4, $5)""";

    private final Transactions transactions;
    private final Cases cases;
    private final LetGo letGo;
    private final RaiseNotice raiseNotice;
    private final CaseJournal journal;
    private final Clock clock;

    DeclareConflict(
            Transactions transactions,
            Cases cases,
            LetGo letGo,
            RaiseNotice raiseNotice,
            CaseJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.letGo = letGo;
        this.raiseNotice = raiseNotice;
        this.journal = journal;
        this.clock = clock;
    }

    /** @return false where there is no such case for the caller (any more) */
    Uni<Boolean> declare(Caller caller, ReportId report, ConflictReason reason) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(report.value()))
                .chain(() -> cases.one(transaction.connection(), caller, report))
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(false)
                        : keep(transaction, caller, report, reason).replaceWith(true)));
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, ReportId report, ConflictReason reason) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(DECLARE)
                .execute(Tuple.of(Ids.random(), report.value(), caller.id().value(), reason.word(), SqlTime.of(now)))
                .chain(() -> letGo.of(transaction, report, caller.id()))
                .chain(() -> journal.write(
                        transaction, "conflict-declared", caller.id(), reason.word(), new CaseUpdated(report, now)))
                .chain(() -> raiseNotice.raise(
                        transaction, NoticeKind.CONFLICT_DECLARED, subject(report, caller.id()), caller.organisation()))
                .replaceWithVoid();
    }

    static String subject(ReportId report, PersonId person) {
        return report + " " + person;
    }
}
