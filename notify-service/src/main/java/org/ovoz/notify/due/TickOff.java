package org.ovoz.notify.due;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.referral.HoldCase;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** What was due is done. The time is named, so that what a colleague has set meanwhile is not ticked off unseen. */
@ApplicationScoped
class TickOff {

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final Dues dues;
    private final CaseJournal journal;
    private final Clock clock;

    TickOff(Transactions transactions, HoldCase holdCase, Dues dues, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.dues = dues;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<TickOutcome> tick(Caller caller, ReportId report, DueKind kind, Instant at) {
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS, CLOSED -> tick(transaction, caller, report, kind, at);
                    case SEES -> Uni.createFrom().item(new TickOutcome.ClaimNeeded());
                    case NOT_THERE -> Uni.createFrom().item(new TickOutcome.NotYours());
                }));
    }

    private Uni<TickOutcome> tick(Transaction transaction, Caller caller, ReportId report, DueKind kind, Instant at) {
        Instant now = clock.instant();
        return dues.lock(transaction.connection(), report)
                .chain(() -> dues.tick(transaction, report, caller.id(), kind, at, now))
                .chain(ticked -> ticked
                        ? dues.show(transaction.connection(), report)
                                .chain(() -> journal.write(
                                        transaction, "due-done", caller.id(), new CaseUpdated(report, now)))
                                .replaceWith(new TickOutcome.Ticked())
                        : dues.wasTicked(transaction.connection(), report, kind, at)
                                .map(before -> before ? new TickOutcome.Ticked() : new TickOutcome.NotDue()));
    }
}
