package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.alert.AlertPurpose;
import org.ovoz.notify.alert.answer.Answer;
import org.ovoz.notify.alert.answer.AnswerOutcome;
import org.ovoz.notify.alert.answer.AnsweredAlert;
import org.ovoz.notify.alert.answer.TakesAnswer;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.claim.ClaimOutcome;
import org.ovoz.notify.claim.ClaimReport;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.dispatch.climb.AcknowledgeReport;
import org.ovoz.transport.transaction.Transaction;

/** An answer by text or telephone to an alert of a report. Who claims has acknowledged, too; who claims what they are offered takes it. */
@ApplicationScoped
class TakeReportAnswer implements TakesAnswer {

    private final AcknowledgeReport acknowledgeReport;
    private final ClaimReport claimReport;
    private final OfferedReports offered;
    private final OverdueReports overdue;
    private final Callers callers;
    private final Cases cases;

    TakeReportAnswer(
            AcknowledgeReport acknowledgeReport,
            ClaimReport claimReport,
            OfferedReports offered,
            OverdueReports overdue,
            Callers callers,
            Cases cases) {
        this.acknowledgeReport = acknowledgeReport;
        this.claimReport = claimReport;
        this.offered = offered;
        this.overdue = overdue;
        this.callers = callers;
        this.cases = cases;
    }

    @Override
    public AlertPurpose purpose() {
        return AlertPurpose.REPORT;
    }

    @Override
    public Uni<AnswerOutcome> take(Transaction transaction, AnsweredAlert alert, Answer answer) {
        return callers.of(transaction.connection(), alert.person())
                .chain(caller -> caller.map(one -> take(transaction, alert, one, answer))
                        .orElseGet(() -> Uni.createFrom().item(AnswerOutcome.NOT_YOURS)));
    }

    /** Somebody who does not see the report any more holds nothing up. */
    private Uni<AnswerOutcome> take(Transaction transaction, AnsweredAlert alert, Caller caller, Answer answer) {
        ReportId report = Objects.requireNonNull(alert.report());
        return cases.one(transaction.connection(), caller, report).chain(view -> {
            if (view.isEmpty()) {
                return Uni.createFrom().item(AnswerOutcome.NOT_YOURS);
            }
            return switch (answer) {
                case ACKNOWLEDGE -> acknowledge(transaction, alert, report);
                case CLAIM -> claim(transaction, alert, caller, report);
            };
        });
    }

    private Uni<AnswerOutcome> acknowledge(Transaction transaction, AnsweredAlert alert, ReportId report) {
        return acknowledgeReport
                .acknowledge(transaction, report, alert.person(), alert.ladder())
                .chain(climbs ->
                        climbs ? Uni.createFrom().item(true) : overdue.acknowledge(transaction, report, alert.person()))
                .map(taken -> taken ? AnswerOutcome.TAKEN : AnswerOutcome.OVER);
    }

    private Uni<AnswerOutcome> claim(Transaction transaction, AnsweredAlert alert, Caller caller, ReportId report) {
        if (!answersReports(caller)) {
            return Uni.createFrom().item(AnswerOutcome.NOT_YOURS);
        }
        return claimReport
                .claim(transaction, caller, report)
                .map(TakeReportAnswer::outcome)
                .chain(outcome -> outcome == AnswerOutcome.HELD
                        ? offered.take(transaction, caller, report)
                                .map(taken -> taken ? AnswerOutcome.CLAIMED : outcome)
                        : Uni.createFrom().item(outcome))
                .call(outcome -> outcome == AnswerOutcome.CLAIMED
                        ? acknowledge(transaction, alert, report)
                        : Uni.createFrom().item(outcome));
    }

    private static boolean answersReports(Caller caller) {
        return caller.roles().contains(Roles.RESPONDER);
    }

    private static AnswerOutcome outcome(ClaimOutcome outcome) {
        return switch (outcome) {
            case ClaimOutcome.Claimed claimed -> AnswerOutcome.CLAIMED;
            case ClaimOutcome.AlreadyClaimed() -> AnswerOutcome.HELD;
            case ClaimOutcome.ReportClosed() -> AnswerOutcome.OVER;
            case ClaimOutcome.NotYours() -> AnswerOutcome.NOT_YOURS;
        };
    }
}
