package org.ovoz.notify.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.CaseState;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.claim.RenewLease;
import org.ovoz.notify.directory.Caller;
import org.ovoz.transport.transaction.Transaction;

/** Says how the caller stands to a case. Referring is an action of the holder: the lease starts anew, and nobody else takes the case meanwhile. */
@ApplicationScoped
public class HoldCase {

    private final RenewLease renewLease;
    private final Cases cases;

    HoldCase(RenewLease renewLease, Cases cases) {
        this.renewLease = renewLease;
        this.cases = cases;
    }

    public Uni<Hold> hold(Transaction transaction, Caller caller, ReportId report) {
        return renewLease
                .renew(transaction.connection(), caller.id(), report)
                .chain(() -> look(transaction, caller, report));
    }

    /** Without acting as its holder. */
    public Uni<Hold> look(Transaction transaction, Caller caller, ReportId report) {
        return cases.one(transaction.connection(), caller, report)
                .map(view -> view.map(seen -> of(caller, seen)).orElse(Hold.NOT_THERE));
    }

    private static Hold of(Caller caller, CaseView view) {
        if (view.state() == CaseState.CLOSED) {
            return Hold.CLOSED;
        }
        return caller.handle().equals(view.claimedBy()) ? Hold.HOLDS : Hold.SEES;
    }
}
