package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.ReportHandedOver;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.claim.ClaimOutcome;
import org.ovoz.notify.claim.ClaimReport;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.dispatch.OfferedReports;
import org.ovoz.notify.problem.Problems;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Somebody of the team takes the report: the claim goes from one hand to the other under the case's lock. It counts as unread, since who
 * has it now has not read it: if they do not, their phone rings.
 */
@ApplicationScoped
class AcceptHandover implements OfferedReports {

    private static final String LET_GO = """
            UPDATE report_case SET claimed_by = NULL, claimed_at = NULL, lease_until = NULL
            WHERE id = $1 AND claimed_by IS NOT NULL AND claimed_by <> $2""";

    private final Transactions transactions;
    private final Cases cases;
    private final ClaimReport claimReport;
    private final Pass pass;
    private final EndedOffers ended;
    private final CaseJournal journal;
    private final Clock clock;

    AcceptHandover(
            Transactions transactions,
            Cases cases,
            ClaimReport claimReport,
            Pass pass,
            EndedOffers ended,
            CaseJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.claimReport = claimReport;
        this.pass = pass;
        this.ended = ended;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<AcceptOutcome> accept(Caller caller, ReportId report) {
        return transactions.commit(transaction -> accept(transaction, caller, report));
    }

    /** By an answer to the text that told of the offer. */
    @Override
    public Uni<Boolean> take(Transaction transaction, Caller caller, ReportId report) {
        return accept(transaction, caller, report).map(AcceptOutcome.Accepted.class::isInstance);
    }

    private Uni<AcceptOutcome> accept(Transaction transaction, Caller caller, ReportId report) {
        Instant now = clock.instant();
        return cases.one(transaction.connection(), caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(new AcceptOutcome.NotYours())
                        : OfferedCase.lock(transaction.connection(), report, now)
                                .chain(found -> accept(transaction, caller, found.orElseThrow())));
    }

    private Uni<AcceptOutcome> accept(Transaction transaction, Caller caller, OfferedCase found) {
        OfferedCase.Offer offer = found.offer();
        if (offer == null || found.closed() || !caller.teams().contains(offer.to())) {
            return Uni.createFrom().item(new AcceptOutcome.NotOffered());
        }
        if (isSomebodyElses(caller, found, offer)) {
            return Uni.createFrom().item(new AcceptOutcome.AlreadyClaimed());
        }
        return take(transaction, caller, found.report(), offer).map(AcceptOutcome.Accepted::new);
    }

    /** Neither the caller's nor of the team that offers it. */
    private static boolean isSomebodyElses(Caller caller, OfferedCase found, OfferedCase.Offer offer) {
        OfferedCase.Holder holder = found.holder();
        return holder != null
                && !found.isHeldBy(caller.id())
                && !holder.person().equals(offer.fromPerson())
                && !holder.isIn(offer.from());
    }

    /** The ladder begins before the claim, which then holds it up like any other. */
    private Uni<CaseView> take(Transaction transaction, Caller caller, ReportId report, OfferedCase.Offer offer) {
        return ended.accepted(transaction.connection(), offer.id(), caller.id())
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(LET_GO)
                        .execute(Tuple.of(report.value(), caller.id().value())))
                .chain(() -> pass.on(transaction, report))
                .chain(() -> claimReport.claim(transaction, caller, report))
                .map(AcceptHandover::claimed)
                .call(view -> journal.write(
                        transaction,
                        "handover-accepted",
                        caller.id(),
                        new ReportHandedOver(
                                report,
                                offer.from(),
                                offer.to(),
                                caller.id(),
                                Objects.requireNonNull(view.leaseUntil()),
                                clock.instant())));
    }

    /** Under the case's lock nobody can have been faster; what is refused all the same undoes the rest. */
    private static CaseView claimed(ClaimOutcome outcome) {
        if (outcome instanceof ClaimOutcome.Claimed(CaseView view)) {
            return view;
        }
        throw Problems.unknownReport();
    }
}
