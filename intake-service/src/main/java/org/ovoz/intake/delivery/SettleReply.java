package org.ovoz.intake.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.report.ReplyFateUnknown;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReplySent;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.intake.contact.LookupHashes;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.transport.carrier.CarrierAction;
import org.ovoz.transport.carrier.CarrierMessageId;
import org.ovoz.transport.carrier.CarrierRefusal;
import org.ovoz.transport.carrier.SendOutcome;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Writes down what the carrier answered to a reply, and tells the desk. A callback may have been faster: then nothing is left to do. */
@Singleton
class SettleReply {

    private static final Logger LOG = Logger.getLogger(SettleReply.class);

    private final Transactions transactions;
    private final OutgoingTexts texts;
    private final LookupHashes hashes;
    private final DeliveryTimes times;
    private final Clock clock;

    SettleReply(Transactions transactions, OutgoingTexts texts, LookupHashes hashes, DeliveryTimes times, Clock clock) {
        this.transactions = transactions;
        this.texts = texts;
        this.hashes = hashes;
        this.times = times;
        this.clock = clock;
    }

    Uni<Void> settle(UUID id, SendOutcome outcome) {
        return whileOpen(id, (transaction, reply) -> switch (outcome) {
            case SendOutcome.Accepted(var carrierId) ->
                sent(transaction, reply, hashes.ofCarrierId(carrierId.value()).value());
            case SendOutcome.Refused(CarrierRefusal refusal) -> refused(transaction, reply, refusal);
            case SendOutcome.Unknown unknown -> unknown(transaction, reply);
        });
    }

    /**
     * Found in the carrier's log after all.
     *
     * @param candidates messages with these words to this number; those that an earlier text is known to have become do not count
     */
    Uni<Void> found(UUID id, List<CarrierMessageId> candidates) {
        List<String> ids = candidates.stream()
                .map(candidate -> hashes.ofCarrierId(candidate.value()).value())
                .toList();
        return whileOpen(
                id,
                (transaction, reply) -> texts.ofNoText(transaction.connection(), ids)
                        .chain(free -> free.map(carrierId -> sent(transaction, reply, carrierId))
                                .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    Uni<Void> unopened(UUID id) {
        return whileOpen(
                id, (transaction, reply) -> refuse(transaction, reply, "unopened", ReplyRefusal.CARRIER_REFUSED));
    }

    /** Whoever sent it has not said what became of it. */
    Uni<Void> giveUp(UUID id) {
        return whileOpen(id, this::unknown);
    }

    private Uni<Void> whileOpen(UUID id, BiFunction<Transaction, Outgoing, Uni<Void>> work) {
        return transactions.commit(transaction -> texts.lock(transaction.connection(), id)
                .chain(found -> found.filter(SettleReply::isOpen)
                        .map(reply -> work.apply(transaction, reply))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static boolean isOpen(Outgoing text) {
        OutgoingState state = text.progress().state();
        return state == OutgoingState.SENDING || state == OutgoingState.UNKNOWN;
    }

    private Uni<Void> sent(Transaction transaction, Outgoing reply, String carrierId) {
        return write(
                transaction,
                reply,
                new OutgoingTexts.Move(OutgoingState.SENT, null, null, carrierId, null),
                List.of(new ReplySent(reply.report(), reply.item(), clock.instant())));
    }

    private Uni<Void> unknown(Transaction transaction, Outgoing reply) {
        return reply.progress().state() == OutgoingState.UNKNOWN
                ? Uni.createFrom().voidItem()
                : write(
                        transaction,
                        reply,
                        OutgoingTexts.Move.to(OutgoingState.UNKNOWN),
                        List.of(new ReplyFateUnknown(reply.report(), reply.item(), clock.instant())));
    }

    private Uni<Void> refused(Transaction transaction, Outgoing reply, CarrierRefusal refusal) {
        LOG.warnf("the carrier refused reply %s with %d: %s", reply.id(), refusal.code(), refusal.action());
        Instant now = clock.instant();
        boolean isEarly = now.isBefore(reply.couldGoSince().plus(times.tryFor()));
        if (refusal.action() == CarrierAction.BACK_OFF && isEarly) {
            Instant dueAt = now.plus(times.tryAgainAfter());
            return texts.move(
                    transaction.connection(),
                    reply.id(),
                    new OutgoingTexts.Move(OutgoingState.ACCEPTED, null, null, null, dueAt),
                    now);
        }
        return refuse(transaction, reply, "carrier-" + refusal.code(), reason(refusal.action()));
    }

    private Uni<Void> refuse(Transaction transaction, Outgoing reply, String code, ReplyRefusal reason) {
        List<ReportEvent> events = new ArrayList<>();
        events.add(new ReplyRefused(reply.report(), reply.item(), reason, clock.instant()));
        Uni<Void> done = Uni.createFrom().voidItem();
        if (reason == ReplyRefusal.OPTED_OUT_AT_CARRIER && reply.allowed().texts() != TextsAllowed.REFUSED) {
            events.add(new SafeContactChanged(reply.report(), TextsAllowed.REFUSED, clock.instant()));
            done = refuseTexts(transaction, reply);
        }
        return done.chain(() -> write(
                transaction, reply, new OutgoingTexts.Move(OutgoingState.REFUSED, code, null, null, null), events));
    }

    /** Who said stop to the carrier said it to us. */
    private static Uni<Void> refuseTexts(Transaction transaction, Outgoing reply) {
        Tuple report = Tuple.of(reply.report().value());
        return transaction
                .connection()
                .preparedQuery("UPDATE conversation SET texts = 'refused' WHERE id = $1")
                .execute(report)
                .chain(() -> transaction
                        .connection()
                        .preparedQuery("UPDATE contact_index SET refused = true WHERE report_id = $1")
                        .execute(report))
                .replaceWithVoid();
    }

    private Uni<Void> write(Transaction transaction, Outgoing text, OutgoingTexts.Move move, List<ReportEvent> events) {
        return texts.move(transaction.connection(), text.id(), move, clock.instant())
                .chain(() -> text.isReply()
                        ? ReportEvents.tell(transaction, events)
                        : Uni.createFrom().voidItem());
    }

    private static ReplyRefusal reason(CarrierAction action) {
        return switch (action) {
            case OPTED_OUT -> ReplyRefusal.OPTED_OUT_AT_CARRIER;
            case MARK_NUMBER -> ReplyRefusal.NUMBER_UNREACHABLE;
            case ALARM, ALARM_COORDINATOR, BACK_OFF, OTHER_CHANNEL, RETRY_IN_SAFE_WINDOW, NO_RETRY, OTHER_WORDING ->
                ReplyRefusal.CARRIER_REFUSED;
        };
    }
}
