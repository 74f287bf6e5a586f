package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.inbox.PoisonEvent;
import org.ovoz.transport.transaction.Transaction;

/** What became of the answers. */
@ApplicationScoped
class FollowReplies {

    /** An answer that waited counts as given when it went out. */
    private static final String REPLY = """
            INSERT INTO case_reply (report_id, item_id, fate, accepted_at, goes_at, refused_for)
            SELECT id, $2, $3, $4, $5, $6 FROM report_case WHERE id = $1
            ON CONFLICT (report_id, item_id) DO UPDATE SET fate = excluded.fate, goes_at = excluded.goes_at, refused_for = excluded.refused_for,
                accepted_at = CASE WHEN case_reply.fate = 'scheduled' THEN excluded.accepted_at ELSE case_reply.accepted_at END""";

    private final CaseJournal journal;

    FollowReplies(CaseJournal journal) {
        this.journal = journal;
    }

    /** @param fate a word of the table */
    Uni<Void> follow(Transaction transaction, ReportId report, ItemId item, String fate, Instant at) {
        return write(transaction, new Reply(report, item, fate, at, null, null), null);
    }

    Uni<Void> scheduled(Transaction transaction, ReportId report, ItemId item, Instant goesAt, Instant at) {
        return write(transaction, new Reply(report, item, "scheduled", at, goesAt, null), goesAt.toString());
    }

    Uni<Void> refused(Transaction transaction, ReportId report, ItemId item, ReplyRefusal reason, Instant at) {
        String word = OpenCase.word(reason);
        return write(transaction, new Reply(report, item, "refused", at, null, word), word);
    }

    private record Reply(
            ReportId report,
            ItemId item,
            String fate,
            Instant at,
            @Nullable Instant goesAt,
            @Nullable String refusedFor) {

        Tuple row() {
            return Tuple.tuple()
                    .addUUID(report.value())
                    .addUUID(item.value())
                    .addString(fate)
                    .addOffsetDateTime(SqlTime.of(at))
                    .addOffsetDateTime(goesAt == null ? null : SqlTime.of(goesAt))
                    .addString(refusedFor);
        }
    }

    /** @param reason what colleagues may know of it: a code, or until when it waits */
    private Uni<Void> write(Transaction transaction, Reply reply, @Nullable String reason) {
        return transaction
                .connection()
                .preparedQuery(REPLY)
                .execute(reply.row())
                .chain(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new PoisonEvent("unknown-report");
                    }
                    return journal.write(
                            transaction,
                            "reply-" + reply.fate(),
                            null,
                            reason,
                            new CaseUpdated(reply.report(), reply.at()));
                });
    }
}
