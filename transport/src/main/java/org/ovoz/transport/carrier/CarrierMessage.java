package org.ovoz.transport.carrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the carrier's own log.
 *
 * @param inbound whether it came from outside
 * @param body what was written; nobody but the reader of this list sees it
 */
public record CarrierMessage(
        CarrierMessageId id,
        boolean inbound,
        PhoneNumber from,
        PhoneNumber to,
        String body,
        @Nullable DeliveryStatus status,
        @Nullable Instant createdAt) {

    @Override
    public String toString() {
        return "CarrierMessage[REDACTED]";
    }
}
