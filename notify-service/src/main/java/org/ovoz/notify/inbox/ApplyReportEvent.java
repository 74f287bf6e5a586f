package org.ovoz.notify.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.notify.canary.TakeCanary;
import org.ovoz.notify.cases.change.FollowReport;
import org.ovoz.notify.cases.change.OpenCase;
import org.ovoz.notify.dispatch.climb.EndLadder;
import org.ovoz.notify.dispatch.climb.StartLadder;
import org.ovoz.transport.inbox.InboxHandler;
import org.ovoz.transport.inbox.PoisonEvent;
import org.ovoz.transport.inbox.ReceivedEvent;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** What an event of intake does at the desk: the case, who is told of it, and what the desk tells in turn, in one transaction. */
@ApplicationScoped
class ApplyReportEvent implements InboxHandler {

    private final Transactions transactions;
    private final OpenCase openCase;
    private final FollowReport followReport;
    private final StartLadder startLadder;
    private final EndLadder endLadder;
    private final TakeCanary takeCanary;

    ApplyReportEvent(
            Transactions transactions,
            OpenCase openCase,
            FollowReport followReport,
            StartLadder startLadder,
            EndLadder endLadder,
            TakeCanary takeCanary) {
        this.transactions = transactions;
        this.openCase = openCase;
        this.followReport = followReport;
        this.startLadder = startLadder;
        this.endLadder = endLadder;
        this.takeCanary = takeCanary;
    }

    @Override
    public Uni<List<Runnable>> apply(SqlConnection connection, ReceivedEvent received) {
        ReportEvent event = read(received);
        return transactions.joining(connection, transaction -> apply(transaction, received.id(), event));
    }

    private Uni<Void> apply(Transaction transaction, UUID cause, ReportEvent event) {
        return switch (event) {
            case ReportReceived report ->
                openCase.open(transaction, report)
                        .chain(() -> startLadder.start(transaction, cause, report.reportId()));
            case ReporterWrote wrote ->
                followReport
                        .follow(transaction, wrote)
                        .chain(() -> startLadder.start(transaction, cause, wrote.reportId()));
            case CanaryReceived canary -> takeCanary.arrived(transaction, canary);
            case ReportShredded shredded ->
                takeCanary
                        .removed(transaction, shredded)
                        .chain(wasCanary -> wasCanary ? Uni.createFrom().voidItem() : follow(transaction, shredded));
            case ReportEvent other -> follow(transaction, other);
        };
    }

    private Uni<Void> follow(Transaction transaction, ReportEvent event) {
        return followReport.follow(transaction, event).chain(() -> endLadder.end(transaction, event.reportId()));
    }

    private static ReportEvent read(ReceivedEvent received) {
        ReportEvent event;
        try {
            event = EventTypes.read(received.type(), received.json(), ReportEvent.class);
        } catch (MalformedContractException unknown) {
            throw new PoisonEvent(EventTypes.all().containsKey(received.type()) ? "malformed" : "unknown-type");
        }
        if (!event.reportId().toString().equals(received.key())) {
            throw new PoisonEvent("other-report");
        }
        return event;
    }
}
