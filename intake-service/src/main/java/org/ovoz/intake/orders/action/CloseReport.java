package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ConversationClosed;
import org.ovoz.intake.outbox.ReportEvents;

/** Ends a report: what comes from the number later opens a new one. Closing what is closed changes nothing. */
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
                .chain(() -> ReportEvents.tell(
                        work.transaction(),
                        List.of(new ConversationClosed(
                                work.report().id(), work.order().at()))))
                .replaceWith(OrderAnswer.done(Outcome.CLOSED));
    }
}
