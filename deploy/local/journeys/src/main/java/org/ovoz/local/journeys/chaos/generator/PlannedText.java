package org.ovoz.local.journeys.chaos.generator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.ovoz.contracts.order.Orders;

/**
 * @param due counted from the beginning
 * @param place which of its sender's texts, from 0
 */
record PlannedText(Duration due, String sender, int place, String message, String body, Manner manner) {

    String textHash() {
        return Orders.bodyHash(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "PlannedText[" + message + "]";
    }
}
