package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The team that was asked declines, or the one that asked thinks better of it. The report stays whose it was. */
@ApplicationScoped
class EndOffer {

    private final Transactions transactions;
    private final Cases cases;
    private final EndedOffers ended;
    private final Pass pass;
    private final CaseJournal journal;
    private final Clock clock;

    EndOffer(Transactions transactions, Cases cases, EndedOffers ended, Pass pass, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.ended = ended;
        this.pass = pass;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whoever offered it is alerted at once. */
    Uni<EndOutcome> decline(Caller caller, ReportId report, DeclineReason reason) {
        return end(caller, report, (transaction, offer) -> {
            if (!caller.teams().contains(offer.to())) {
                return Uni.createFrom().item(false);
            }
            return ended.declined(transaction.connection(), offer.id(), caller.id(), reason)
                    .chain(() -> told(transaction, "handover-declined", caller, report))
                    .chain(() -> pass.on(transaction, report))
                    .replaceWith(true);
        });
    }

    Uni<EndOutcome> withdraw(Caller caller, ReportId report) {
        return end(caller, report, (transaction, offer) -> {
            if (!caller.id().equals(offer.fromPerson()) && !caller.teams().contains(offer.from())) {
                return Uni.createFrom().item(false);
            }
            return ended.withdrawn(transaction.connection(), offer.id(), caller.id())
                    .chain(() -> told(transaction, "handover-withdrawn", caller, report))
                    .replaceWith(true);
        });
    }

    private interface Ending {

        /** False if it is not the caller's to end. */
        Uni<Boolean> end(Transaction transaction, OfferedCase.Offer offer);
    }

    private Uni<EndOutcome> end(Caller caller, ReportId report, Ending ending) {
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(new EndOutcome.NotYours())
                        : OfferedCase.lock(transaction.connection(), report, clock.instant())
                                .chain(found -> end(transaction, found.orElseThrow(), ending))));
    }

    private static Uni<EndOutcome> end(Transaction transaction, OfferedCase found, Ending ending) {
        OfferedCase.Offer offer = found.offer();
        return offer == null || found.closed()
                ? Uni.createFrom().item(new EndOutcome.NotOffered())
                : ending.end(transaction, offer)
                        .map(done -> done ? new EndOutcome.Ended() : new EndOutcome.NotOffered());
    }

    private Uni<Void> told(Transaction transaction, String what, Caller caller, ReportId report) {
        Instant now = clock.instant();
        return journal.write(transaction, what, caller.id(), new CaseUpdated(report, now));
    }
}
