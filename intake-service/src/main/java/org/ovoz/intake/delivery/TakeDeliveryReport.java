package org.ovoz.intake.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.report.ReplyDelivered;
import org.ovoz.contracts.report.ReplyFailed;
import org.ovoz.contracts.report.ReplyFailure;
import org.ovoz.contracts.report.ReplySent;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.intake.contact.LookupHashes;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.transport.carrier.DeliveryStatus;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** What the carrier tells of a reply on its way, in whichever order it tells it. A state never moves back. */
@Singleton
public class TakeDeliveryReport {

    private static final Logger LOG = Logger.getLogger(TakeDeliveryReport.class);

    /** From the provider's table of error codes: the carrier or the phone's owner blocks the text. */
    private static final List<Integer> BLOCKED = List.of(21610, 30004, 30007, 30032);

    private static final List<Integer> UNREACHABLE = List.of(30003, 30005, 30006);

    private final Transactions transactions;
    private final OutgoingTexts texts;
    private final LookupHashes hashes;
    private final Clock clock;

    TakeDeliveryReport(Transactions transactions, OutgoingTexts texts, LookupHashes hashes, Clock clock) {
        this.transactions = transactions;
        this.texts = texts;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** @param error the carrier's error code, 0 if there is none */
    public record Report(UUID text, String carrierId, DeliveryStatus status, int error) {}

    /** False if there is no such reply. */
    public Uni<Boolean> take(Report report) {
        return transactions.commit(transaction -> texts.lock(transaction.connection(), report.text())
                .chain(found -> found.filter(Outgoing::isReply)
                        .map(text -> apply(transaction, text, report).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }

    private Uni<Void> apply(Transaction transaction, Outgoing text, Report report) {
        String carrierId = hashes.ofCarrierId(report.carrierId()).value();
        String known = text.progress().carrierId();
        if (known != null && !known.equals(carrierId)) {
            LOG.warnf("a delivery report names text %s and is about another one", text.id());
            return Uni.createFrom().voidItem();
        }
        DeliveryStatus before = text.progress().delivery();
        DeliveryStatus after = before == null ? report.status() : before.after(report.status());
        if (after == before) {
            return Uni.createFrom().voidItem();
        }
        OutgoingTexts.Move move = new OutgoingTexts.Move(
                state(after), after.hasFailed() ? "carrier-" + report.error() : null, after, carrierId, null);
        Instant now = clock.instant();
        return texts.move(transaction.connection(), text.id(), move, now)
                .chain(() -> ReportEvents.tell(transaction, events(text, before, after, report.error(), now)));
    }

    private static OutgoingState state(DeliveryStatus status) {
        if (status.hasFailed()) {
            return OutgoingState.FAILED;
        }
        return isDelivered(status) ? OutgoingState.DELIVERED : OutgoingState.SENT;
    }

    private static List<ReportEvent> events(
            Outgoing reply, @Nullable DeliveryStatus before, DeliveryStatus after, int error, Instant now) {
        List<ReportEvent> events = new ArrayList<>();
        if (reply.progress().state().isUnderWay()) {
            events.add(new ReplySent(reply.report(), reply.item(), now));
        }
        boolean wasDelivered = before != null && isDelivered(before);
        if (isDelivered(after) && !wasDelivered) {
            events.add(new ReplyDelivered(reply.report(), reply.item(), now));
        }
        if (after.hasFailed()) {
            events.add(new ReplyFailed(reply.report(), reply.item(), failure(error), now));
        }
        return events;
    }

    private static boolean isDelivered(DeliveryStatus status) {
        return status == DeliveryStatus.DELIVERED || status == DeliveryStatus.READ;
    }

    private static ReplyFailure failure(int error) {
        if (BLOCKED.contains(error)) {
            return ReplyFailure.BLOCKED;
        }
        return UNREACHABLE.contains(error) ? ReplyFailure.UNREACHABLE : ReplyFailure.OTHER;
    }
}
