package org.ovoz.intake.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.transport.carrier.DeliveryStatus;

/** A text on its way out, with its row and its report's held by the transaction that read it. */
record Outgoing(UUID id, ReportId report, boolean isReply, Progress progress, SafeContact allowed, Sealed sealed) {

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

    ItemId item() {
        return new ItemId(id);
    }
}
