package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ContactErased;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.intake.outbox.ReportEvents;

/** Drops the number wherever it is, sealed or hashed; what was still to go out to it does not. The case stays readable. */
@Singleton
public class EraseContact {

    private static final List<String> STATEMENTS = List.of(
            "DELETE FROM contact_index WHERE report_id = $1",
            "UPDATE contact_index SET previous_report = NULL WHERE previous_report = $1",
            "UPDATE conversation SET proposed_link = NULL WHERE proposed_link = $1",
            "DELETE FROM item_grant g USING item i WHERE i.id = g.item_id AND i.report_id = $1 AND i.kind = 'contact'",
            "DELETE FROM item WHERE report_id = $1 AND kind = 'contact'",
            "UPDATE conversation SET contact = 'erased' WHERE id = $1",
            "UPDATE outgoing_text SET contact = NULL, relay_grant = NULL WHERE report_id = $1");

    private static final String NOT_SENT = """
            UPDATE outgoing_text SET state = 'refused', reason = 'contact-erased', settled_at = accepted_at
            WHERE report_id = $1 AND state = 'accepted' RETURNING id""";

    public Uni<OrderAnswer> erase(Work work) {
        if (work.report().contact().erased()) {
            return Uni.createFrom().item(OrderAnswer.done(Outcome.ERASED));
        }
        return drop(work)
                .chain(events -> ReportEvents.tell(work.transaction(), events))
                .replaceWith(OrderAnswer.done(Outcome.ERASED));
    }

    /** What is to be told of it. */
    Uni<List<ReportEvent>> drop(Work work) {
        SqlConnection sql = work.transaction().connection();
        Tuple report = Tuple.of(work.report().id().value());
        Uni<Void> dropped = Uni.createFrom().voidItem();
        for (String statement : STATEMENTS) {
            dropped = dropped.chain(
                    () -> sql.preparedQuery(statement).execute(report).replaceWithVoid());
        }
        Uni<Void> before = dropped;
        return sql.preparedQuery(NOT_SENT).execute(report).call(() -> before).map(unsent -> events(work, unsent));
    }

    private static List<ReportEvent> events(Work work, RowSet<Row> unsent) {
        List<ReportEvent> events = new ArrayList<>();
        unsent.forEach(row -> events.add(new ReplyRefused(
                work.report().id(),
                new ItemId(row.getUUID("id")),
                ReplyRefusal.CONTACT_ERASED,
                work.order().at())));
        events.add(new ContactErased(work.report().id(), work.order().at()));
        return events;
    }
}
