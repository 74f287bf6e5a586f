package org.ovoz.notify.referral.emergency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.referral.Hold;
import org.ovoz.notify.referral.HoldCase;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A second person of the team says yes or no; the first answer counts, and whoever asked may only take it back. */
@ApplicationScoped
class AnswerEmergency {

    /** Yes or no; the asker's own no is a withdrawal. */
    enum Answer {
        CONFIRMED("confirmed", "emergency-confirmed"),
        DECLINED("declined", "emergency-declined");

        private final String code;
        private final String what;

        Answer(String code, String what) {
            this.code = code;
            this.what = what;
        }
    }

    private static final String ANSWER = """
            UPDATE emergency_call SET answer = $3, answered_by = $4, answered_at = $5
            WHERE id = $1 AND report_id = $2 AND answer IS NULL AND asked_at > $6
                AND ($3 = 'declined' OR asked_by <> $4)""";
    private static final String READ = "SELECT * FROM emergency_call WHERE id = $1 AND report_id = $2";

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final CaseJournal journal;
    private final CallNotices notices;
    private final EmergencySettings settings;
    private final Clock clock;

    AnswerEmergency(
            Transactions transactions,
            HoldCase holdCase,
            CaseJournal journal,
            CallNotices notices,
            EmergencySettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.journal = journal;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<AnswerOutcome> answer(Caller caller, ReportId report, UUID id, Answer answer) {
        return transactions.commit(transaction -> holdCase.look(transaction, caller, report)
                .chain(hold -> hold == Hold.NOT_THERE
                        ? Uni.createFrom().item(new AnswerOutcome.NotYours())
                        : keep(transaction, caller, report, id, answer)));
    }

    private Uni<AnswerOutcome> keep(Transaction transaction, Caller caller, ReportId report, UUID id, Answer answer) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(
                id,
                report.value(),
                answer.code,
                caller.id().value(),
                SqlTime.of(now),
                SqlTime.of(now.minus(settings.confirmWithin())));
        return transaction
                .connection()
                .preparedQuery(ANSWER)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? whyNot(transaction, caller, report, id, answer)
                        : journal.write(transaction, answer.what, caller.id(), new CaseUpdated(report, now))
                                .chain(() -> notices.end(transaction, report, id))
                                .replaceWith(new AnswerOutcome.Answered()));
    }

    private Uni<AnswerOutcome> whyNot(Transaction transaction, Caller caller, ReportId report, UUID id, Answer answer) {
        return transaction
                .connection()
                .preparedQuery(READ)
                .execute(Tuple.of(id, report.value()))
                .map(rows -> rows.size() == 0
                        ? new AnswerOutcome.Unknown()
                        : whyNot(caller, rows.iterator().next(), answer));
    }

    private static AnswerOutcome whyNot(Caller caller, Row asked, Answer answer) {
        UUID me = caller.id().value();
        if (answer.code.equals(asked.getString("answer")) && me.equals(asked.getUUID("answered_by"))) {
            return new AnswerOutcome.Answered();
        }
        return answer == Answer.CONFIRMED && me.equals(asked.getUUID("asked_by"))
                ? new AnswerOutcome.SecondPersonNeeded()
                : new AnswerOutcome.TooLate();
    }
}
