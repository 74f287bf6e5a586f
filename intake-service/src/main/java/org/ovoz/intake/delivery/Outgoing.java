package org.ovoz.intake.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.delivery.waiting.Wait;
import org.ovoz.transport.carrier.DeliveryStatus;

/** A text on its way out, with its row and its report's held by the transaction that read it. */
record Outgoing(
        UUID id,
        ReportId report,
        boolean isReply,
        Ordered ordered,
        Progress progress,
        SafeContact allowed,
        Sealed sealed) {

    /**
     * @param team whose order it was; absent for the neutral answer, and for what was ordered before that was kept
     * @param waits absent: now or not at all
     * @param goesAt the safe moment that it waits for
     */
    record Ordered(
            @Nullable TeamId team,
            @Nullable Wait waits,
            @Nullable Instant goesAt) {}

    /** @param carrierId of the carrier's own id for it, hashed */
    record Progress(
            OutgoingState state,
            @Nullable DeliveryStatus delivery,
            @Nullable String carrierId,
            Instant acceptedAt,
            @Nullable Instant sendingAt) {}

    /** What it takes to send it; contact and grant are under the shred key, and gone once it was sent. */
    record Sealed(
            UUID shredKey,
            @Nullable String contact,
            @Nullable String relayGrant,
            @Nullable String relayKid,
            @Nullable String jwe) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    /** Since when it could have gone out. */
    Instant couldGoSince() {
        return Objects.requireNonNullElse(ordered.goesAt(), progress.acceptedAt());
    }

    ItemId item() {
        return new ItemId(id);
    }
}
