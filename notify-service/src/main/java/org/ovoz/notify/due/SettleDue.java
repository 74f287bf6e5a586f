package org.ovoz.notify.due;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.cases.change.ReopenCase;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * One time that has passed: somebody is told; if nobody ticks it off, coordinators are. What outlives closing brings a closed report back
 * into the queue, to be read like one that has just come.
 */
@ApplicationScoped
class SettleDue {

    private static final String TOLD =
            "UPDATE case_due SET told_at = coalesce(told_at, $2), tell_at = $3 WHERE id = $1";

    private final Dues dues;
    private final TellDue tellDue;
    private final ReopenCase reopenCase;
    private final RaiseNotice raiseNotice;
    private final CaseJournal journal;
    private final DueTimes times;
    private final Clock clock;

    SettleDue(
            Dues dues,
            TellDue tellDue,
            ReopenCase reopenCase,
            RaiseNotice raiseNotice,
            CaseJournal journal,
            DueTimes times,
            Clock clock) {
        this.dues = dues;
        this.tellDue = tellDue;
        this.reopenCase = reopenCase;
        this.raiseNotice = raiseNotice;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    Uni<Void> settle(Transaction transaction, UUID id) {
        Instant now = clock.instant();
        return PassedDue.lock(transaction.connection(), id, now)
                .chain(found -> found.map(due -> settle(transaction, due, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> settle(Transaction transaction, PassedDue due, Instant now) {
        if (due.erased() || (due.closed() && !due.kind().outlivesClosing())) {
            return dues.close(transaction, due.report(), due.id(), now)
                    .chain(() -> dues.show(transaction.connection(), due.report()))
                    .chain(() -> journal.write(transaction, "due-over", null, new CaseUpdated(due.report(), now)));
        }
        if (due.closed()) {
            return reopenCase
                    .toBeRead(transaction, due.report())
                    .chain(() -> told(transaction.connection(), due, now, noticeAt(due, now)))
                    .chain(() -> journal.write(transaction, "due-came-back", null, new CaseUpdated(due.report(), now)));
        }
        return due.told() ? notice(transaction, due, now) : tell(transaction, due, now);
    }

    /** Where nobody can be told, coordinators are, at once. */
    private Uni<Void> tell(Transaction transaction, PassedDue due, Instant now) {
        return tellDue.tell(transaction, due, now)
                .chain(written -> told(transaction.connection(), due, now, written == 0 ? now : noticeAt(due, now)))
                .chain(() -> journal.write(transaction, "due-passed", null, new CaseUpdated(due.report(), now)));
    }

    private Uni<Void> notice(Transaction transaction, PassedDue due, Instant now) {
        return told(transaction.connection(), due, now, null)
                .chain(() -> raiseNotice.raise(
                        transaction,
                        NoticeKind.DUE_PASSED,
                        Dues.subject(due.report(), due.id()),
                        due.organisation().orElse(null)))
                .replaceWithVoid();
    }

    private Instant noticeAt(PassedDue due, Instant now) {
        return now.plus(due.danger() ? times.untilNoticeInDanger() : times.untilNotice());
    }

    private static Uni<Void> told(SqlClient transaction, PassedDue due, Instant now, @Nullable Instant next) {
        return transaction
                .preparedQuery(TOLD)
                .execute(Tuple.of(due.id(), SqlTime.of(now), next == null ? null : SqlTime.of(next)))
                .replaceWithVoid();
    }
}
