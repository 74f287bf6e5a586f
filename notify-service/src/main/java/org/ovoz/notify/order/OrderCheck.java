package org.ovoz.notify.order;

import org.ovoz.contracts.order.OrderClaims;

/** Whether the desk lets an order through. Its signature is intake's to judge. */
sealed interface OrderCheck {

    record Passes(OrderClaims claims) implements OrderCheck {}

    /** No order that could be read. */
    record Unreadable() implements OrderCheck {}

    /** It speaks of another report than its path. */
    record OtherReport() implements OrderCheck {}

    /** It is signed for a team that the caller is not in, or that was not addressed. */
    record NotYourTeam() implements OrderCheck {}

    /** Whoever acts must hold the case. */
    record ClaimNeeded() implements OrderCheck {}

    /** There is no such case for the caller. */
    record NotYours() implements OrderCheck {}
}
