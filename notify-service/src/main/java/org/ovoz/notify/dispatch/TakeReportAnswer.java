package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.alert.AlertPurpose;
import org.ovoz.notify.alert.Answer;
import org.ovoz.notify.alert.AnswerOutcome;
import org.ovoz.notify.alert.AnsweredAlert;
import org.ovoz.notify.alert.TakesAnswer;
import org.ovoz.notify.claim.ClaimOutcome;
import org.ovoz.notify.claim.ClaimReport;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.dispatch.climb.AcknowledgeReport;
import org.ovoz.transport.transaction.Transaction;

/** An answer by text or telephone to an alert of a report. Who claims has acknowledged, too. */
@ApplicationScoped
class TakeReportAnswer implements TakesAnswer {

    private final AcknowledgeReport acknowledgeReport;
    private final ClaimReport claimReport;
    private final Callers callers;

    TakeReportAnswer(AcknowledgeReport acknowledgeReport, ClaimReport claimReport, Callers callers) {
        this.acknowledgeReport = acknowledgeReport;
        this.claimReport = claimReport;
        this.callers = callers;
    }

    @Override
    public AlertPurpose purpose() {
        return AlertPurpose.REPORT;
    }

    @Override
    public Uni<AnswerOutcome> take(Transaction transaction, AnsweredAlert alert, Answer answer) {
        ReportId report = Objects.requireNonNull(alert.report());
        return acknowledgeReport
                .acknowledge(transaction, report, alert.person())
                .chain(climbs -> switch (answer) {
                    case ACKNOWLEDGE -> Uni.createFrom().item(climbs ? AnswerOutcome.TAKEN : AnswerOutcome.OVER);
                    case CLAIM -> claim(transaction, alert, report);
                });
    }

    private Uni<AnswerOutcome> claim(Transaction transaction, AnsweredAlert alert, ReportId report) {
        return callers.of(transaction.connection(), alert.person())
                .chain(caller -> caller.filter(TakeReportAnswer::answersReports)
                        .map(one -> claimReport.claim(transaction, one, report).map(TakeReportAnswer::outcome))
                        .orElseGet(() -> Uni.createFrom().item(AnswerOutcome.NOT_YOURS)));
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
