package org.ovoz.intake.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReplyScheduled;
import org.ovoz.intake.contact.GateDecision;
import org.ovoz.intake.delivery.waiting.Turn;
import org.ovoz.intake.delivery.waiting.WaitRule;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.Teams;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Sends an accepted reply, once. Its row is moved to {@code sending} and committed before the carrier is asked, so whoever finds it there
 * knows that it may have gone out. The gate is asked again at this moment: the person may have said no since, and a reply that waited
 * for a safe hour may have come too late for it.
 */
@Singleton
public class SendReply {

    private static final Logger LOG = Logger.getLogger(SendReply.class);

    private final Transactions transactions;
    private final OutgoingTexts texts;
    private final TransmitReply transmitReply;
    private final Teams teams;
    private final DeliveryTimes times;
    private final Clock clock;

    SendReply(
            Transactions transactions,
            OutgoingTexts texts,
            TransmitReply transmitReply,
            Teams teams,
            DeliveryTimes times,
            Clock clock) {
        this.transactions = transactions;
        this.texts = texts;
        this.transmitReply = transmitReply;
        this.teams = teams;
        this.times = times;
        this.clock = clock;
    }

    /** Until then an accepted reply is left to the process that accepted it; afterwards whoever finds it sends it. */
    public Instant leftBehindAt(Instant acceptedAt) {
        return acceptedAt.plus(times.leftBehindAfter());
    }

    /** Starts and does not wait; what goes wrong is found by the sweeper. */
    public void start(UUID id) {
        send(id).subscribe()
                .with(
                        done -> {},
                        fault -> LOG.warnf(
                                "reply %s is left to the sweeper: %s",
                                id, fault.getClass().getSimpleName()));
    }

    Uni<Void> send(UUID id) {
        return transactions
                .commit(transaction -> texts.lock(transaction.connection(), id)
                        .chain(found -> found.filter(text ->
                                        text.isReply() && text.progress().state() == OutgoingState.ACCEPTED)
                                .map(text -> take(transaction, text))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .chain(taken -> taken.map(ready -> transmitReply.transmit(ready.reply(), ready.letOut()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private record Taken(Outgoing reply, GateDecision.LetOut letOut) {}

    private Uni<Optional<Taken>> take(Transaction transaction, Outgoing reply) {
        return switch (turn(reply)) {
            case Turn.Go(GateDecision.LetOut letOut) ->
                texts.move(
                                transaction.connection(),
                                reply.id(),
                                OutgoingTexts.Move.to(OutgoingState.SENDING),
                                clock.instant())
                        .replaceWith(Optional.of(new Taken(reply, letOut)));
            case Turn.Later(Instant goesAt) ->
                putOff(transaction, reply, goesAt).replaceWith(Optional.empty());
            case Turn.Never(ReplyRefusal reason) ->
                refuse(transaction, reply, reason).replaceWith(Optional.empty());
        };
    }

    /** A team that was suspended meanwhile has nothing to say any more. */
    private Turn turn(Outgoing reply) {
        boolean isSuspended = Optional.ofNullable(reply.ordered().team())
                .flatMap(team -> teams.now().find(team))
                .filter(KnownTeam::suspended)
                .isPresent();
        return isSuspended
                ? new Turn.Never(ReplyRefusal.TEAM_SUSPENDED)
                : WaitRule.decide(reply.allowed(), reply.ordered().waits(), clock.instant());
    }

    private Uni<Void> putOff(Transaction transaction, Outgoing reply, Instant goesAt) {
        List<ReplyScheduled> news = goesAt.equals(reply.ordered().goesAt())
                ? List.of()
                : List.of(new ReplyScheduled(reply.report(), reply.item(), goesAt, clock.instant()));
        return texts.putOff(transaction.connection(), reply.id(), goesAt)
                .chain(() -> ReportEvents.tell(transaction, news));
    }

    private Uni<Void> refuse(Transaction transaction, Outgoing reply, ReplyRefusal reason) {
        return texts.move(
                        transaction.connection(),
                        reply.id(),
                        OutgoingTexts.Move.to(OutgoingState.REFUSED),
                        clock.instant())
                .chain(() -> ReportEvents.tell(
                        transaction, List.of(new ReplyRefused(reply.report(), reply.item(), reason, clock.instant()))));
    }
}
