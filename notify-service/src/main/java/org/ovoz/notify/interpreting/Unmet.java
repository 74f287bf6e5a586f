package org.ovoz.notify.interpreting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.transport.transaction.Transaction;

/** Nobody could be asked, or nobody said yes: coordinators know interpreters whom no desk can alert. */
@ApplicationScoped
class Unmet {

    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;

    Unmet(RaiseNotice raiseNotice, EndNotice endNotice) {
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
    }

    Uni<Void> tell(Transaction transaction, ReportId report, UUID request, OrganisationId asker) {
        return raiseNotice
                .raise(transaction, NoticeKind.NO_INTERPRETER, subject(report, request), asker)
                .replaceWithVoid();
    }

    Uni<Void> end(Transaction transaction, ReportId report, UUID request) {
        return endNotice.end(transaction, NoticeKind.NO_INTERPRETER, subject(report, request));
    }

    private static String subject(ReportId report, UUID request) {
        return report + " " + request;
    }
}
