package org.ovoz.notify.conflict;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.cases.change.CountAsUnread;
import org.ovoz.notify.claim.ReleaseClaim;
import org.ovoz.notify.dispatch.climb.GoOnWithout;
import org.ovoz.notify.presence.EndPresence;
import org.ovoz.transport.transaction.Transaction;

/** All by which a person is at a report ends: claim, presence, an acknowledgement that holds its alerts up, and that they alone have read it. */
@ApplicationScoped
class LetGo {

    private final ReleaseClaim releaseClaim;
    private final EndPresence endPresence;
    private final GoOnWithout goOnWithout;
    private final CountAsUnread countAsUnread;

    LetGo(ReleaseClaim releaseClaim, EndPresence endPresence, GoOnWithout goOnWithout, CountAsUnread countAsUnread) {
        this.countAsUnread = countAsUnread;
        this.releaseClaim = releaseClaim;
        this.endPresence = endPresence;
        this.goOnWithout = goOnWithout;
    }

    /** The transaction holds the case's row locked. */
    Uni<Void> of(Transaction transaction, ReportId report, PersonId person) {
        return goOnWithout
                .goOn(transaction, report, person)
                .chain(() -> releaseClaim.release(transaction, person, report))
                .chain(() -> countAsUnread.without(transaction, report, person))
                .chain(() -> endPresence.leave(transaction, person, report));
    }
}
