package org.ovoz.intake.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.intake.contact.TextSender;

/** Looks in the carrier's own log for a reply of unknown fate. Asks for a while, then lets the number go. */
@Singleton
class Reconcile {

    /** The carrier's clock is not ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final OutgoingTexts texts;
    private final OpenReply openReply;
    private final TextSender sender;
    private final SettleReply settleReply;
    private final DeliveryTimes times;
    private final Clock clock;

    Reconcile(
            OutgoingTexts texts,
            OpenReply openReply,
            TextSender sender,
            SettleReply settleReply,
            DeliveryTimes times,
            Clock clock) {
        this.texts = texts;
        this.openReply = openReply;
        this.sender = sender;
        this.settleReply = settleReply;
        this.times = times;
        this.clock = clock;
    }

    Uni<Void> reconcile(UUID id) {
        return texts.read(id)
                .chain(found ->
                        found.map(this::search).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> search(Outgoing reply) {
        Instant since = Optional.ofNullable(reply.progress().sendingAt())
                .orElse(reply.progress().acceptedAt());
        return openReply
                .open(reply)
                .chain(plain -> plain.map(known -> sender.lookUp(known.to(), known.text(), since.minus(CLOCKS_DIFFER))
                                .map(seen -> seen.map(message -> message.id().value())))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(carrierId -> carrierId
                        .map(known -> settleReply.found(reply.id(), known))
                        .orElseGet(() -> letGo(reply, since)));
    }

    private Uni<Void> letGo(Outgoing reply, Instant since) {
        boolean isOld = clock.instant().isAfter(since.plus(times.reconcileFor()));
        return isOld ? texts.forgetContact(reply.id()) : Uni.createFrom().voidItem();
    }
}
