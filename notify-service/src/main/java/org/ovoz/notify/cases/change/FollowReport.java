package org.ovoz.notify.cases.change;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.contracts.report.ContactErased;
import org.ovoz.contracts.report.ConversationClosed;
import org.ovoz.contracts.report.RecipientsChanged;
import org.ovoz.contracts.report.ReplyAccepted;
import org.ovoz.contracts.report.ReplyDelivered;
import org.ovoz.contracts.report.ReplyFailed;
import org.ovoz.contracts.report.ReplyFateUnknown;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReplyScheduled;
import org.ovoz.contracts.report.ReplySent;
import org.ovoz.contracts.report.ReplyWithdrawn;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.contracts.report.SafeWindowChanged;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.inbox.PoisonEvent;
import org.ovoz.transport.transaction.Transaction;

/** What intake tells of a report that is in the queue. Its events come in order, so the latest word holds. */
@ApplicationScoped
public class FollowReport {

    private static final String TEXTS = "UPDATE report_case SET texts = $2 WHERE id = $1";
    private static final String SHRED = "UPDATE report_case SET shredded_at = $2 WHERE id = $1";
    private static final String TOUCH = "UPDATE report_case SET texts = texts WHERE id = $1";
    private static final String WINDOW = "UPDATE report_case SET safe_from = $2, safe_until = $3 WHERE id = $1";

    private final TakeMessage takeMessage;
    private final CloseCase closeCase;
    private final ChangeRecipients changeRecipients;
    private final FollowReplies replies;
    private final List<Shredding> shredding;
    private final CaseJournal journal;

    FollowReport(
            TakeMessage takeMessage,
            CloseCase closeCase,
            ChangeRecipients changeRecipients,
            FollowReplies replies,
            @All List<Shredding> shredding,
            CaseJournal journal) {
        this.takeMessage = takeMessage;
        this.closeCase = closeCase;
        this.changeRecipients = changeRecipients;
        this.replies = replies;
        this.shredding = shredding;
        this.journal = journal;
    }

    /** Fails with {@link PoisonEvent} for a report that the desk does not have. */
    public Uni<Void> follow(Transaction transaction, ReportEvent event) {
        return switch (event) {
            case ReportReceived received -> throw new PoisonEvent("received-twice");
            case CanaryReceived canary -> throw new PoisonEvent("no-case");
            case ReporterWrote wrote -> takeMessage.take(transaction, wrote);
            case SafeContactChanged(ReportId report, var texts, Instant at) ->
                update(
                        transaction,
                        TEXTS,
                        Tuple.of(report.value(), OpenCase.word(texts)),
                        "texts-" + OpenCase.word(texts),
                        report,
                        at);
            case SafeWindowChanged(ReportId report, var opensAt, var closesAt, Instant at) ->
                update(
                        transaction,
                        WINDOW,
                        Tuple.of(report.value(), time(opensAt), time(closesAt)),
                        "safe-window-changed",
                        report,
                        at);
            case ReplyAccepted(ReportId report, ItemId item, Instant at) ->
                replies.follow(transaction, report, item, "accepted", at);
            case ReplyScheduled(ReportId report, ItemId item, Instant goesAt, Instant at) ->
                replies.scheduled(transaction, report, item, goesAt, at);
            case ReplyWithdrawn(ReportId report, ItemId item, Instant at) ->
                replies.follow(transaction, report, item, "withdrawn", at);
            case ReplyRefused(ReportId report, ItemId item, var reason, Instant at) ->
                replies.refused(transaction, report, item, reason, at);
            case ReplySent(ReportId report, ItemId item, Instant at) ->
                replies.follow(transaction, report, item, "sent", at);
            case ReplyDelivered(ReportId report, ItemId item, Instant at) ->
                replies.follow(transaction, report, item, "delivered", at);
            case ReplyFailed(ReportId report, ItemId item, var reason, Instant at) ->
                replies.follow(transaction, report, item, "failed", at);
            case ReplyFateUnknown(ReportId report, ItemId item, Instant at) ->
                replies.follow(transaction, report, item, "unknown", at);
            case ConversationClosed(ReportId report, Instant at) -> closeCase.close(transaction, report, at);
            case ContactErased(ReportId report, Instant at) ->
                update(transaction, TOUCH, Tuple.of(report.value()), "contact-erased", report, at);
            case RecipientsChanged changed -> changeRecipients.change(transaction, changed);
            case ReportShredded(ReportId report, Instant at) ->
                update(transaction, SHRED, Tuple.of(report.value(), SqlTime.of(at)), "report-shredded", report, at)
                        .chain(() -> shred(transaction, report))
                        .chain(() -> closeCase.close(transaction, report, at));
        };
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : SqlTime.of(time);
    }

    private Uni<Void> shred(Transaction transaction, ReportId report) {
        return Multi.createFrom()
                .iterable(shredding)
                .onItem()
                .transformToUniAndConcatenate(one -> one.shred(transaction, report))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> update(
            Transaction transaction, String sql, Tuple values, String what, ReportId report, Instant at) {
        return transaction.connection().preparedQuery(sql).execute(values).chain(rows -> {
            if (rows.rowCount() == 0) {
                throw new PoisonEvent("unknown-report");
            }
            return journal.write(transaction, what, null, new CaseUpdated(report, at));
        });
    }
}
