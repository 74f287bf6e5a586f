package org.ovoz.intake.orders.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ReplyWithdrawn;
import org.ovoz.intake.delivery.waiting.WaitingReplies;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.orders.action.Work;
import org.ovoz.intake.outbox.ReportEvents;

/** Takes back a reply that waits. Its words stay in the case; its number and its way out are gone at once. */
@Singleton
public class WithdrawReply {

    private static final Refusal NOT_WAITING = Refusal.of(409, "not-waiting", "The reply does not wait any more");

    public Uni<OrderAnswer> withdraw(Work work) {
        ItemId reply = work.order().body(OrderBody.Withdraw.class).reply();
        SqlConnection sql = work.transaction().connection();
        ReportId report = work.report().id();
        return WaitingReplies.withdraw(sql, report, reply, work.order().at())
                .chain(done -> done ? tell(work, reply) : WaitingReplies.wasWithdrawn(sql, report, reply))
                .map(withdrawn -> withdrawn ? OrderAnswer.done(Outcome.WITHDRAWN) : OrderAnswer.refused(NOT_WAITING));
    }

    private static Uni<Boolean> tell(Work work, ItemId reply) {
        ReplyWithdrawn news =
                new ReplyWithdrawn(work.report().id(), reply, work.order().at());
        return ReportEvents.tell(work.transaction(), List.of(news)).replaceWith(true);
    }
}
