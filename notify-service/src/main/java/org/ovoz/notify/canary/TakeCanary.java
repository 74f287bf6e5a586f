package org.ovoz.notify.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.transport.transaction.Transaction;

/** What intake tells of canaries. They are in no queue. */
@ApplicationScoped
public class TakeCanary {

    private static final Logger LOG = Logger.getLogger(TakeCanary.class);

    private final Canaries canaries;
    private final EndNotice endNotice;
    private final Clock clock;

    TakeCanary(Canaries canaries, EndNotice endNotice, Clock clock) {
        this.canaries = canaries;
        this.endNotice = endNotice;
        this.clock = clock;
    }

    /** One that the desk never sent is somebody's forgery or of a desk before this one: it is logged, and nothing follows. */
    public Uni<Void> arrived(Transaction transaction, CanaryReceived received) {
        return canaries.arrived(transaction.connection(), received, clock.instant())
                .chain(known -> {
                    if (known.isEmpty()) {
                        LOG.warnf("canary %s is not one of ours", received.canary());
                        return canaries.keepForeign(transaction.connection(), received, clock.instant());
                    }
                    return endNotice.end(
                            transaction, NoticeKind.DEAD_LINE, known.get().subject());
                });
    }

    /** @return false for a report that is no canary */
    public Uni<Boolean> removed(Transaction transaction, ReportShredded shredded) {
        return canaries.removed(transaction.connection(), shredded.reportId().value(), shredded.at());
    }
}
