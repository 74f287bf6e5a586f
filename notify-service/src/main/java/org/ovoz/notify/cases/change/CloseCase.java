package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.desk.ReportClosed;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** The report leaves the queue; whoever held it holds it no more. Closing a closed one changes nothing. */
@ApplicationScoped
public class CloseCase {

    private static final String CLOSE = """
            UPDATE report_case SET closed_at = $2, closed_for = $3, claimed_by = NULL, claimed_at = NULL, lease_until = NULL,
                agreed_until = NULL, read_by = NULL
            WHERE id = $1 AND closed_at IS NULL AND last_wrote_at <= coalesce($4, last_wrote_at)""";
    private static final String GIVE_REASON =
            "UPDATE report_case SET closed_for = $2 WHERE id = $1 AND closed_at IS NOT NULL AND closed_for IS NULL";

    private final ShortIds shortIds;
    private final CaseJournal journal;

    CloseCase(ShortIds shortIds, CaseJournal journal) {
        this.shortIds = shortIds;
        this.journal = journal;
    }

    /** Intake told that the conversation is closed. */
    public Uni<Void> close(Transaction transaction, ReportId report, Instant at) {
        return close(transaction, report, null, null, at, null).replaceWithVoid();
    }

    /**
     * A responder's order to close was done. Intake's own word of it may have been faster: then the reason is still kept. What the reporter
     * wrote since opens the case again, in intake's order of events, and an order from before does not close that.
     *
     * @param asked when the order was on its way
     */
    public Uni<Void> closeByOrder(
            Transaction transaction, ReportId report, PersonId who, ClosingReason reason, Instant asked, Instant at) {
        return close(transaction, report, who, reason, at, asked)
                .chain(closed ->
                        closed ? Uni.createFrom().voidItem() : giveReason(transaction, report, who, reason, at));
    }

    private Uni<Boolean> close(
            Transaction transaction,
            ReportId report,
            @Nullable PersonId who,
            @Nullable ClosingReason reason,
            Instant at,
            @Nullable Instant asked) {
        String word = reason == null ? null : reason.word();
        Tuple values = Tuple.tuple()
                .addUUID(report.value())
                .addOffsetDateTime(SqlTime.of(at))
                .addString(word)
                .addOffsetDateTime(asked == null ? null : SqlTime.of(asked));
        return transaction
                .connection()
                .preparedQuery(CLOSE)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : shortIds.giveBack(transaction.connection(), report)
                                .chain(() -> journal.write(
                                        transaction, "report-closed", who, word, new ReportClosed(report, at)))
                                .replaceWith(true));
    }

    private Uni<Void> giveReason(
            Transaction transaction, ReportId report, PersonId who, ClosingReason reason, Instant at) {
        return transaction
                .connection()
                .preparedQuery(GIVE_REASON)
                .execute(Tuple.of(report.value(), reason.word()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : journal.write(
                                transaction, "closing-reason", who, reason.word(), new CaseUpdated(report, at)));
    }
}
