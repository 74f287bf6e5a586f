package org.ovoz.notify.presence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.claim.HoldByDraft;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.outbox.DeskOutbox;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Somebody has a report open, or is writing in it. Kept as a time and nothing else: no audit row, which has who opened what, and no word
 * of what is being written. Colleagues are told when it begins and when it ends, not at each beat.
 */
@ApplicationScoped
class ShowPresence {

    private static final String SHOW = """
            WITH before AS (SELECT 1 FROM presence WHERE report_id = $1 AND person = $2 AND doing = $3 AND until_at > $4)
            INSERT INTO presence (report_id, person, doing, until_at) VALUES ($1, $2, $3, $5)
            ON CONFLICT (report_id, person, doing) DO UPDATE SET until_at = excluded.until_at
            RETURNING NOT EXISTS (SELECT 1 FROM before) AS is_new""";

    private final Transactions transactions;
    private final Cases cases;
    private final HoldByDraft holdByDraft;
    private final DeskOutbox outbox;
    private final PresenceTimes times;
    private final Clock clock;

    ShowPresence(
            Transactions transactions,
            Cases cases,
            HoldByDraft holdByDraft,
            DeskOutbox outbox,
            PresenceTimes times,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.holdByDraft = holdByDraft;
        this.outbox = outbox;
        this.times = times;
        this.clock = clock;
    }

    /** Empty where there is no such case for the caller. */
    Uni<Optional<CaseView>> show(Caller caller, ReportId report, Doing doing) {
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(view)
                        : show(transaction, caller, report, doing)
                                .chain(() -> cases.one(transaction.connection(), caller, report))));
    }

    private Uni<Void> show(Transaction transaction, Caller caller, ReportId report, Doing doing) {
        return held(transaction, caller, report, doing)
                .chain(held -> keep(transaction, caller, report, doing).map(begun -> begun || held))
                .chain(changed -> changed
                        ? outbox.tell(transaction, new CaseUpdated(report, clock.instant()))
                        : Uni.createFrom().voidItem());
    }

    /** Before its own row: whoever changes a case locks the case first, here as everywhere. */
    private Uni<Boolean> held(Transaction transaction, Caller caller, ReportId report, Doing doing) {
        return doing == Doing.WRITING
                ? holdByDraft.hold(transaction.connection(), caller.id(), report)
                : Uni.createFrom().item(false);
    }

    private Uni<Boolean> keep(Transaction transaction, Caller caller, ReportId report, Doing doing) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(SHOW)
                .execute(Tuple.of(
                        report.value(),
                        caller.id().value(),
                        doing.word(),
                        SqlTime.of(now),
                        SqlTime.of(now.plus(times.lease()))))
                .map(rows -> rows.iterator().next().getBoolean("is_new"));
    }
}
