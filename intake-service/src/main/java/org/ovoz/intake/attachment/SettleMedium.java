package org.ovoz.intake.attachment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.ovoz.contracts.sealing.AttachmentHead.Failure;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.sealing.ShredKeys;
import org.ovoz.transport.media.CarrierMedia;
import org.ovoz.transport.media.MediaId;
import org.ovoz.transport.media.MediaOutcome;

/** What is next for one medium: fetch it and store it, say that it could not be had, or have the carrier's copy deleted. */
@Singleton
class SettleMedium {

    private static final Logger LOG = Logger.getLogger(SettleMedium.class);

    private final ShredKeys shredKeys;
    private final CarrierMedia carrier;
    private final StoreAttachment storeAttachment;
    private final MediaRows rows;
    private final MediaTimes times;
    private final Clock clock;

    SettleMedium(
            ShredKeys shredKeys,
            CarrierMedia carrier,
            StoreAttachment storeAttachment,
            MediaRows rows,
            MediaTimes times,
            Clock clock) {
        this.shredKeys = shredKeys;
        this.carrier = carrier;
        this.storeAttachment = storeAttachment;
        this.rows = rows;
        this.times = times;
        this.clock = clock;
    }

    Uni<Void> lookAfter(WaitingMedium medium) {
        return shredKey(medium)
                .chain(key -> key.flatMap(
                                known -> source(medium, known).map(source -> lookAfter(medium, source, known)))
                        // without the key nobody knows any more what to ask for
                        .orElseGet(() -> rows.remove(medium.item())));
    }

    private Uni<Optional<ShredKey>> shredKey(WaitingMedium medium) {
        return medium.source().shredKey() == null
                ? Uni.createFrom().item(Optional.empty())
                : shredKeys.find(medium.source().shredKey());
    }

    private static Optional<MediaSource> source(WaitingMedium medium, ShredKey key) {
        try {
            return Optional.ofNullable(medium.source().wrapped())
                    .map(key::unwrap)
                    .map(MediaSource::ofJson);
        } catch (NotOpenedException anotherKey) {
            return Optional.empty();
        }
    }

    private Uni<Void> lookAfter(WaitingMedium medium, MediaSource source, ShredKey key) {
        if (medium.isStored()) {
            return delete(medium, source.id().orElseThrow());
        }
        StoreAttachment.Target target =
                new StoreAttachment.Target(medium.item(), medium.report(), medium.message(), source.label());
        return source.id()
                .map(id -> carrier.fetch(id).chain(outcome -> settle(medium, id, target, key, outcome)))
                .orElseGet(() -> storeAttachment.fail(target, Failure.NOT_THE_CARRIERS, key));
    }

    private Uni<Void> settle(
            WaitingMedium medium, MediaId id, StoreAttachment.Target target, ShredKey key, MediaOutcome outcome) {
        return switch (outcome) {
            case MediaOutcome.Fetched(byte[] bytes) ->
                storeAttachment
                        .store(target, bytes, key)
                        .chain(stored ->
                                stored ? delete(medium, id) : Uni.createFrom().voidItem());
            case MediaOutcome.TooLarge() -> storeAttachment.fail(target, Failure.TOO_LARGE, key);
            case MediaOutcome.NotThere() ->
                isLongAgo(medium, times.mayBeLateFor())
                        ? storeAttachment.fail(target, Failure.GONE, key)
                        : again(medium, "not there");
            case MediaOutcome.NotGiven(var why) ->
                isLongAgo(medium, times.tryFor())
                        ? storeAttachment.fail(target, Failure.NOT_GIVEN, key)
                        : again(medium, why.name());
        };
    }

    /** Only what is committed here is deleted there. */
    private Uni<Void> delete(WaitingMedium medium, MediaId id) {
        return carrier.delete(id).chain(deleted -> {
            if (deleted) {
                return rows.settle(medium.item(), "stored", "deleted");
            }
            if (isLongAgo(medium, times.deleteFor())) {
                LOG.errorf("the carrier does not delete medium %s; it is left there", medium.item());
                return rows.settle(medium.item(), "stored", "left");
            }
            return again(medium, "not deleted");
        });
    }

    private Uni<Void> again(WaitingMedium medium, String why) {
        LOG.warnf("medium %s, attempt %d: %s", medium.item(), medium.attempts().tries(), why);
        return rows.putOff(
                medium.item(), times.next(clock.instant(), medium.attempts().tries()));
    }

    private boolean isLongAgo(WaitingMedium medium, Duration time) {
        Instant wantedAt = medium.attempts().wantedAt();
        return !clock.instant().isBefore(wantedAt.plus(time));
    }
}
