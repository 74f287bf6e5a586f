package org.ovoz.notify.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.notify.cases.change.ClosingReason;

/** Whether the desk lets an order through. Its signature is intake's to judge. */
sealed interface OrderCheck {

    /** @param reason of closing; none for other orders */
    record Passes(OrderClaims claims, @Nullable ClosingReason reason) implements OrderCheck {}

    /** No order that could be read. */
    record Unreadable() implements OrderCheck {}

    /** It speaks of another report than its path. */
    record OtherReport() implements OrderCheck {}

    /** It is signed for a team that the caller is not in, or that was not addressed. */
    record NotYourTeam() implements OrderCheck {}

    /** Whoever acts must hold the case. */
    record ClaimNeeded() implements OrderCheck {}

    /** The caller has opened as many reports as one may in a while. */
    record CapReached(Instant again) implements OrderCheck {}

    /** Closing without a reason, or with one that is none. */
    record ReasonNeeded() implements OrderCheck {}

    /** What nobody has read cannot be called a prank or abuse. */
    record UnreadIsNoPrank() implements OrderCheck {}

    /** Nor can it where the reporter has said nothing since an answer went out. */
    record SilenceIsNoPrank() implements OrderCheck {}

    /** There is no such case for the caller. */
    record NotYours() implements OrderCheck {}
}
