package org.ovoz.intake.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.transport.outbox.OutboxEvent;
import org.ovoz.transport.transaction.Transaction;

/** Events of {@code ovoz.reports.v1} with their sequence per report. */
public final class ReportEvents {

    private static final String NEXT =
            "UPDATE conversation SET report_sequence = report_sequence + $2 WHERE id = $1 RETURNING report_sequence";

    private ReportEvents() {}

    /** @param last the sequence of the report's last event before these */
    public static List<OutboxEvent> after(long last, List<? extends ReportEvent> events) {
        List<OutboxEvent> rows = new ArrayList<>(events.size());
        for (ReportEvent event : events) {
            rows.add(new OutboxEvent(
                    Ids.random(),
                    Topics.REPORTS,
                    event.reportId().value(),
                    last + rows.size() + 1,
                    EventTypes.nameOf(event.getClass()),
                    event.at(),
                    Json.write(event)));
        }
        return rows;
    }

    /** Takes the next sequences, which holds the report's row until the transaction ends, and writes the events of one report. */
    public static Uni<Void> tell(Transaction transaction, List<? extends ReportEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .connection()
                .preparedQuery(NEXT)
                .execute(Tuple.of(events.getFirst().reportId().value(), (long) events.size()))
                .map(rows -> rows.iterator().next().getLong("report_sequence"))
                .chain(last -> transaction.tell(after(last - events.size(), events)));
    }
}
