package org.ovoz.notify.referral.emergency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Has coordinators told that somebody waits for a second person: at night nobody else may be looking at the case. */
@ApplicationScoped
class CallNotices {

    private static final String OVER = """
            SELECT n.subject FROM notice n
            WHERE n.kind = $1 AND n.ended_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM emergency_call e
                WHERE e.report_id || ' ' || e.id = n.subject AND e.answer IS NULL AND e.asked_at > $2)
            LIMIT 100""";

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final EmergencySettings settings;
    private final Clock clock;

    CallNotices(
            Transactions transactions,
            RaiseNotice raiseNotice,
            EndNotice endNotice,
            EmergencySettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<Void> raise(Transaction transaction, Caller asker, ReportId report, UUID call) {
        return raiseNotice
                .raise(transaction, NoticeKind.EMERGENCY_ASKED, subject(report, call), asker.organisation())
                .replaceWithVoid();
    }

    Uni<Void> end(Transaction transaction, ReportId report, UUID call) {
        return endNotice.end(transaction, NoticeKind.EMERGENCY_ASKED, subject(report, call));
    }

    /** What nobody answered in time is over, too. */
    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(this::endLapsed);
    }

    private Uni<Void> endLapsed(Transaction transaction) {
        Tuple values = Tuple.of(
                NoticeKind.EMERGENCY_ASKED.word(), SqlTime.of(clock.instant().minus(settings.confirmWithin())));
        return transaction
                .connection()
                .preparedQuery(OVER)
                .execute(values)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> endNotice.end(transaction, NoticeKind.EMERGENCY_ASKED, row.getString("subject")))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private static String subject(ReportId report, UUID call) {
        return report + " " + call;
    }
}
