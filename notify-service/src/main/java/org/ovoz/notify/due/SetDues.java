package org.ovoz.notify.due;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.referral.HoldCase;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The holder says what is due next; of a closed case, anybody of the team. The same again changes nothing. */
@ApplicationScoped
class SetDues {

    /** Further off, a slip of the finger is likelier than a plan. */
    private static final Duration AT_MOST = Duration.ofDays(10 * 365);

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final Dues dues;
    private final CaseJournal journal;
    private final Clock clock;

    SetDues(Transactions transactions, HoldCase holdCase, Dues dues, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.dues = dues;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<SetOutcome> set(Caller caller, ReportId report, DuesForm form) {
        Instant now = clock.instant();
        if (!form.dues().stream()
                .map(DuesForm.Next::at)
                .filter(Objects::nonNull)
                .allMatch(at -> isNear(at, now))) {
            return Uni.createFrom().item(new SetOutcome.BadTime());
        }
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS, CLOSED ->
                        keep(transaction, caller, report, form, now).replaceWith(new SetOutcome.Kept());
                    case SEES -> Uni.createFrom().item(new SetOutcome.ClaimNeeded());
                    case NOT_THERE -> Uni.createFrom().item(new SetOutcome.NotYours());
                }));
    }

    private static boolean isNear(Instant at, Instant now) {
        return at.isAfter(now.minus(AT_MOST)) && at.isBefore(now.plus(AT_MOST));
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, ReportId report, DuesForm form, Instant now) {
        return dues.lock(transaction.connection(), report)
                .chain(() -> move(transaction, caller, report, form, now))
                .chain(changed -> changed
                        ? dues.show(transaction.connection(), report)
                                .chain(() -> journal.write(
                                        transaction, "due-set", caller.id(), new CaseUpdated(report, now)))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> move(Transaction transaction, Caller caller, ReportId report, DuesForm form, Instant now) {
        return Multi.createFrom()
                .iterable(form.dues())
                .onItem()
                .transformToUniAndConcatenate(
                        next -> dues.move(transaction, report, caller.id(), next.kind(), next.at(), now))
                .collect()
                .asList()
                .map(changes -> changes.contains(true));
    }
}
