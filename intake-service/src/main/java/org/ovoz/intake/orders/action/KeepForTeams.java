package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.sealing.ItemKind;

/** What responders keep for themselves: sealed in the browser, stored here. Of triage the latest one holds; all are kept. */
@Singleton
public class KeepForTeams {

    private final AppendItem appendItem;

    KeepForTeams(AppendItem appendItem) {
        this.appendItem = appendItem;
    }

    public Uni<OrderAnswer> note(Work work) {
        OrderBody.Note note = work.order().body(OrderBody.Note.class);
        return appendItem.store(work, ItemKind.NOTE, note.item(), note.grants());
    }

    public Uni<OrderAnswer> triage(Work work) {
        OrderBody.Triage triage = work.order().body(OrderBody.Triage.class);
        return appendItem.store(work, ItemKind.TRIAGE, triage.item(), triage.grants());
    }
}
