package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.notify.alert.AlertText;
import org.ovoz.transport.transaction.Transaction;

/** A new report: whoever is on call in its teams is told at once. */
@ApplicationScoped
public class TellOfReport {

    private final OnCall onCall;
    private final TellPeople tellPeople;

    TellOfReport(OnCall onCall, TellPeople tellPeople) {
        this.onCall = onCall;
        this.tellPeople = tellPeople;
    }

    public Uni<Void> tell(Transaction transaction, UUID cause, ReportReceived report, String shortId) {
        String text = AlertText.of(shortId, report.danger(), false);
        return onCall.responsible(transaction.connection(), report.reportId())
                .chain(people -> tellPeople.tell(transaction, cause, report.reportId(), text, people));
    }
}
