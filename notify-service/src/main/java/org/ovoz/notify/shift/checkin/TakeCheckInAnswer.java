package org.ovoz.notify.shift.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.ovoz.notify.alert.AlertPurpose;
import org.ovoz.notify.alert.answer.Answer;
import org.ovoz.notify.alert.answer.AnswerOutcome;
import org.ovoz.notify.alert.answer.AnsweredAlert;
import org.ovoz.notify.alert.answer.TakesAnswer;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** A key pressed, or the token of a text: the phone rang and was answered. From then on the duty counts, also a late one. */
@ApplicationScoped
class TakeCheckInAnswer implements TakesAnswer {

    private static final String CHECK_IN = """
            UPDATE duty SET rang_at = $3, checked_in_at = coalesce(checked_in_at, $3)
            WHERE id = $1 AND person = $2 AND rang_at IS NULL AND cancelled_at IS NULL AND ends_at > $3""";
    private static final String HOLDS = """
            SELECT 1 FROM duty WHERE id = $1 AND person = $2 AND rang_at IS NOT NULL AND cancelled_at IS NULL
                AND ends_at > $3""";

    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    TakeCheckInAnswer(EndNotice endNotice, AuditLog audit, Clock clock) {
        this.endNotice = endNotice;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public AlertPurpose purpose() {
        return AlertPurpose.CHECK_IN;
    }

    @Override
    public Uni<AnswerOutcome> take(Transaction transaction, AnsweredAlert alert, Answer answer) {
        Instant now = clock.instant();
        UUID duty = Objects.requireNonNull(alert.subject());
        Tuple values = Tuple.of(duty, alert.person().value(), SqlTime.of(now));
        AuditEntry entry = new AuditEntry("shifts", "checked-in", alert.person().value(), duty.toString(), now);
        return transaction
                .connection()
                .preparedQuery(CHECK_IN)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? again(transaction, values)
                        : endNotice
                                .end(transaction, NoticeKind.MISSED_CHECK_IN, duty.toString())
                                .chain(() -> audit.append(transaction.connection(), entry))
                                .replaceWith(AnswerOutcome.TAKEN));
    }

    private static Uni<AnswerOutcome> again(Transaction transaction, Tuple values) {
        return transaction
                .connection()
                .preparedQuery(HOLDS)
                .execute(values)
                .map(rows -> rows.size() == 0 ? AnswerOutcome.OVER : AnswerOutcome.TAKEN);
    }
}
