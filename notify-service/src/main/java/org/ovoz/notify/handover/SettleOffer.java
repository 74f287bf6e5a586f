package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * One offer that is due. Nobody has answered: whoever offers the report is told again and the ladder goes on from there. Or it is over
 * without an answer: its case was closed, or somebody of the team has claimed it when it was free.
 */
@ApplicationScoped
class SettleOffer {

    private static final String AGAIN = "UPDATE handover SET tell_at = $2 WHERE id = $1";

    private final EndedOffers ended;
    private final Pass pass;
    private final CaseJournal journal;
    private final OfferTimes times;
    private final Clock clock;

    SettleOffer(EndedOffers ended, Pass pass, CaseJournal journal, OfferTimes times, Clock clock) {
        this.ended = ended;
        this.pass = pass;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    Uni<Void> settle(Transaction transaction, ReportId report) {
        Instant now = clock.instant();
        return OfferedCase.lock(transaction.connection(), report, now)
                .chain(found -> settle(transaction, found.orElseThrow(), now));
    }

    private Uni<Void> settle(Transaction transaction, OfferedCase found, Instant now) {
        OfferedCase.Offer offer = found.offer();
        if (offer == null) {
            return Uni.createFrom().voidItem();
        }
        CaseUpdated updated = new CaseUpdated(found.report(), now);
        if (found.closed()) {
            return ended.closed(transaction.connection(), offer.id())
                    .chain(() -> journal.write(transaction, "handover-over", null, updated));
        }
        OfferedCase.Holder holder = found.holder();
        if (holder != null && holder.isIn(offer.to()) && !holder.person().equals(offer.fromPerson())) {
            return ended.accepted(transaction.connection(), offer.id(), holder.person())
                    .chain(() -> journal.write(transaction, "handover-accepted", holder.person(), updated));
        }
        return offer.tellAt().isAfter(now)
                ? Uni.createFrom().voidItem()
                : tellAgain(transaction, found, offer, updated);
    }

    private Uni<Void> tellAgain(
            Transaction transaction, OfferedCase found, OfferedCase.Offer offer, CaseUpdated updated) {
        Duration within = found.danger() ? times.acceptWithinDanger() : times.acceptWithin();
        return transaction
                .connection()
                .preparedQuery(AGAIN)
                .execute(Tuple.of(offer.id(), SqlTime.of(updated.at().plus(within))))
                .chain(() -> journal.write(transaction, "handover-unanswered", null, updated))
                .chain(() -> pass.on(transaction, found.report()));
    }
}
