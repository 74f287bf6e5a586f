package org.ovoz.intake.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.intake.contact.TextSender;

/** Looks in the carrier's own log for a reply of unknown fate. Asks for a while, then lets the number go, even if the log was never to be had. */
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
                .chain(plain -> plain.map(known -> sender.lookUp(known.to(), known.text(), since.minus(CLOCKS_DIFFER)))
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .chain(candidates -> settleReply.found(reply.id(), candidates))
                .eventually(() -> letGo(reply, since));
    }

    private Uni<Void> letGo(Outgoing reply, Instant since) {
        boolean isOld = clock.instant().isAfter(since.plus(times.reconcileFor()));
        return isOld ? texts.forgetContact(reply.id()) : Uni.createFrom().voidItem();
    }
}
