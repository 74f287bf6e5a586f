package org.ovoz.notify.outbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.desk.DeskEvent;
import org.ovoz.transport.outbox.OutboxEvent;
import org.ovoz.transport.transaction.Transaction;

/** Writes what the desk tells on {@code ovoz.desk.v1} into the transaction that it tells of. */
@ApplicationScoped
public class DeskOutbox {

    private static final String NEXT = """
            INSERT INTO desk_sequence (report_id, last) VALUES ($1, 1)
            ON CONFLICT (report_id) DO UPDATE SET last = desk_sequence.last + 1
            RETURNING last""";

    private final List<HeardHere> heardHere;

    DeskOutbox(@All List<HeardHere> heardHere) {
        this.heardHere = heardHere;
    }

    public Uni<Void> tell(Transaction transaction, DeskEvent event) {
        return transaction
                .connection()
                .preparedQuery(NEXT)
                .execute(Tuple.of(event.reportId().value()))
                .map(rows -> rows.iterator().next().getLong("last"))
                .invoke(sequence -> transaction.afterCommit(
                        () -> heardHere.forEach(one -> one.changed(event.reportId(), sequence))))
                .chain(sequence -> transaction.tell(List.of(toRow(event, sequence))));
    }

    private static OutboxEvent toRow(DeskEvent event, long sequence) {
        return new OutboxEvent(
                Ids.random(),
                Topics.DESK,
                event.reportId().value(),
                sequence,
                EventTypes.nameOf(event.getClass()),
                event.at(),
                Json.write(event));
    }
}
