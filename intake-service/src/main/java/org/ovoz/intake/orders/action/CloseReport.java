package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ConversationClosed;
import org.ovoz.contracts.report.ReplyWithdrawn;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.intake.delivery.waiting.WaitingReplies;
import org.ovoz.intake.outbox.ReportEvents;

/**
 * Ends a report: what comes from the number later opens a new one. A reply that waits is taken back: whoever closed the report does not
 * look after it any more. Closing what is closed changes nothing.
 */
@Singleton
public class CloseReport {

    public Uni<OrderAnswer> close(Work work) {
        if (!work.report().isOpen()) {
            return Uni.createFrom().item(OrderAnswer.done(Outcome.CLOSED));
        }
        return work.transaction()
                .connection()
                .preparedQuery("UPDATE conversation SET state = 'closed', unread_since = NULL WHERE id = $1")
                .execute(Tuple.of(work.report().id().value()))
                .chain(() -> WaitingReplies.withdrawAll(
                        work.transaction().connection(),
                        work.report().id(),
                        work.order().at()))
                .chain(withdrawn -> ReportEvents.tell(work.transaction(), news(work, withdrawn)))
                .replaceWith(OrderAnswer.done(Outcome.CLOSED));
    }

    private static List<ReportEvent> news(Work work, List<ItemId> withdrawn) {
        ReportId report = work.report().id();
        Instant at = work.order().at();
        List<ReportEvent> news = new ArrayList<>();
        withdrawn.forEach(reply -> news.add(new ReplyWithdrawn(report, reply, at)));
        news.add(new ConversationClosed(report, at));
        return news;
    }
}
