package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.sealing.ItemKind;

/** What responders keep for themselves: sealed in the browser, stored here. */
@Singleton
public class AppendNote {

    private final AppendItem appendItem;

    AppendNote(AppendItem appendItem) {
        this.appendItem = appendItem;
    }

    public Uni<OrderAnswer> append(Work work) {
        OrderBody.Note note = work.order().body(OrderBody.Note.class);
        return appendItem
                .check(work.report(), ItemKind.NOTE, note.item(), note.grants(), Set.of())
                .map(refusal -> Uni.createFrom().item(OrderAnswer.refused(refusal)))
                .orElseGet(() -> appendItem
                        .append(work, ItemKind.NOTE, note.item(), note.grants())
                        .map(refusal ->
                                refusal.map(OrderAnswer::refused).orElseGet(() -> OrderAnswer.done(Outcome.STORED))));
    }
}
