package org.ovoz.notify.conflict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A coordinator of the person's organisation, and not the person, decides that the report may be shown to them again. */
@ApplicationScoped
class LiftConflict {

    private static final String LIFT = """
            UPDATE conflict_of_interest x SET lifted_at = $4, lifted_by = $3 FROM person p
            WHERE x.report_id = $1 AND p.handle = $2 AND p.organisation = $5 AND x.person = p.id AND x.lifted_at IS NULL
            RETURNING x.person""";

    private final Transactions transactions;
    private final Cases cases;
    private final CaseJournal journal;
    private final EndNotice endNotice;
    private final Clock clock;

    LiftConflict(Transactions transactions, Cases cases, CaseJournal journal, EndNotice endNotice, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.journal = journal;
        this.endNotice = endNotice;
        this.clock = clock;
    }

    Uni<LiftOutcome> lift(Caller caller, ReportId report, String handle) {
        if (handle.equals(caller.handle())) {
            return Uni.createFrom().item(new LiftOutcome.YourOwn());
        }
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(new LiftOutcome.NotThere())
                        : lift(transaction, caller, report, handle)));
    }

    private Uni<LiftOutcome> lift(Transaction transaction, Caller caller, ReportId report, String handle) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(
                report.value(),
                handle,
                caller.id().value(),
                SqlTime.of(now),
                caller.organisation().value());
        return transaction.connection().preparedQuery(LIFT).execute(values).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(new LiftOutcome.NotThere());
            }
            PersonId person = new PersonId(rows.iterator().next().getUUID("person"));
            return journal.write(transaction, "conflict-lifted", caller.id(), new CaseUpdated(report, now))
                    .chain(() -> endNotice.end(
                            transaction, NoticeKind.CONFLICT_DECLARED, DeclareConflict.subject(report, person)))
                    .replaceWith(new LiftOutcome.Lifted());
        });
    }
}
