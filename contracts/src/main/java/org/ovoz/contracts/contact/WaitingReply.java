package org.ovoz.contracts.contact;

import java.time.Instant;
import java.util.Objects;
import org.ovoz.contracts.ItemId;

/**
 * A reply that intake sends later.
 *
 * @param goesAt when it is to go out, as the hours are now
 */
public record WaitingReply(ItemId itemId, Instant goesAt) {

    public WaitingReply {
        Objects.requireNonNull(itemId);
        Objects.requireNonNull(goesAt);
    }
}
