package org.ovoz.intake.orders;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.intake.orders.action.CloseReport;
import org.ovoz.intake.orders.action.EraseContact;
import org.ovoz.intake.orders.action.EraseReport;
import org.ovoz.intake.orders.action.FetchChunks;
import org.ovoz.intake.orders.action.FetchItems;
import org.ovoz.intake.orders.action.KeepForTeams;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.orders.action.Work;
import org.ovoz.intake.orders.contact.AcceptReply;
import org.ovoz.intake.orders.contact.RecordTerms;
import org.ovoz.intake.orders.contact.WithdrawReply;
import org.ovoz.intake.orders.recipient.GrantTeam;

/** Does what is ordered, in the order's transaction. */
@Singleton
class ExecuteOrder {

    private final FetchItems fetchItems;
    private final FetchChunks fetchChunks;
    private final KeepForTeams keepForTeams;
    private final AcceptReply acceptReply;
    private final WithdrawReply withdrawReply;
    private final RecordTerms recordTerms;
    private final CloseReport closeReport;
    private final EraseContact eraseContact;
    private final EraseReport eraseReport;
    private final GrantTeam grantTeam;

    ExecuteOrder(
            FetchItems fetchItems,
            FetchChunks fetchChunks,
            KeepForTeams keepForTeams,
            AcceptReply acceptReply,
            WithdrawReply withdrawReply,
            RecordTerms recordTerms,
            CloseReport closeReport,
            EraseContact eraseContact,
            EraseReport eraseReport,
            GrantTeam grantTeam) {
        this.fetchItems = fetchItems;
        this.fetchChunks = fetchChunks;
        this.keepForTeams = keepForTeams;
        this.acceptReply = acceptReply;
        this.withdrawReply = withdrawReply;
        this.recordTerms = recordTerms;
        this.closeReport = closeReport;
        this.eraseContact = eraseContact;
        this.eraseReport = eraseReport;
        this.grantTeam = grantTeam;
    }

    Uni<OrderAnswer> execute(Work work) {
        try {
            return switch (work.order().action()) {
                case FETCH -> fetchItems.fetch(work);
                case NOTE -> keepForTeams.note(work);
                case REPLY -> acceptReply.accept(work);
                case CLOSE -> closeReport.close(work);
                case ERASE -> erase(work);
                case TRIAGE -> keepForTeams.triage(work);
                case GRANT -> grantTeam.grant(work);
                case CONTRACT -> recordTerms.record(work);
                case WITHDRAW -> withdrawReply.withdraw(work);
                case ATTACHMENT -> fetchChunks.fetch(work);
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
