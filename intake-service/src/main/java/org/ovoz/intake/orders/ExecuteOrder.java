package org.ovoz.intake.orders;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.intake.orders.action.AcceptReply;
import org.ovoz.intake.orders.action.AppendNote;
import org.ovoz.intake.orders.action.CloseReport;
import org.ovoz.intake.orders.action.EraseContact;
import org.ovoz.intake.orders.action.EraseReport;
import org.ovoz.intake.orders.action.FetchItems;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.orders.action.Work;

/** Does what is ordered, in the order's transaction. */
@Singleton
class ExecuteOrder {

    private final FetchItems fetchItems;
    private final AppendNote appendNote;
    private final AcceptReply acceptReply;
    private final CloseReport closeReport;
    private final EraseContact eraseContact;
    private final EraseReport eraseReport;

    ExecuteOrder(
            FetchItems fetchItems,
            AppendNote appendNote,
            AcceptReply acceptReply,
            CloseReport closeReport,
            EraseContact eraseContact,
            EraseReport eraseReport) {
        this.fetchItems = fetchItems;
        this.appendNote = appendNote;
        this.acceptReply = acceptReply;
        this.closeReport = closeReport;
        this.eraseContact = eraseContact;
        this.eraseReport = eraseReport;
    }

    Uni<OrderAnswer> execute(Work work) {
        try {
            return switch (work.order().action()) {
                case FETCH -> fetchItems.fetch(work);
                case NOTE -> appendNote.append(work);
                case REPLY -> acceptReply.accept(work);
                case CLOSE -> closeReport.close(work);
                case ERASE -> erase(work);
            };
        } catch (MalformedContractException malformed) {
            return Uni.createFrom().item(OrderAnswer.refused(Refusal.badBody()));
        }
    }

    private Uni<OrderAnswer> erase(Work work) {
        return switch (work.order().body(OrderBody.Erase.class).what()) {
            case CONTACT -> eraseContact.erase(work);
            case REPORT -> eraseReport.erase(work);
        };
    }
}
