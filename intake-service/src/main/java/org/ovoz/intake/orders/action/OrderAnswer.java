package org.ovoz.intake.orders.action;

import org.ovoz.contracts.Json;
import org.ovoz.contracts.order.AttachmentResult;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.order.OrderOutcome;

/** What an order comes to. */
public sealed interface OrderAnswer {

    /** Done; the same order again gets the same answer. */
    record Done(OrderOutcome outcome) implements OrderAnswer {}

    /** Sealed items. */
    record Fetched(FetchResult result) implements OrderAnswer {}

    /** Sealed bytes of an attachment. */
    record Opened(AttachmentResult result) implements OrderAnswer {}

    /** Not done. */
    record Refused(Refusal refusal) implements OrderAnswer {}

    /** As it was answered the first time. */
    record Stored(int status, String json) implements OrderAnswer {}

    static OrderAnswer refused(Refusal refusal) {
        return new Refused(refusal);
    }

    static OrderAnswer done(OrderOutcome.Outcome outcome) {
        return new Done(new OrderOutcome(outcome));
    }

    default int status() {
        return switch (this) {
            case Done done -> 200;
            case Fetched fetched -> 200;
            case Opened opened -> 200;
            case Refused(Refusal refusal) -> refusal.status();
            case Stored stored -> stored.status;
        };
    }

    default String json() {
        return switch (this) {
            case Done(OrderOutcome outcome) -> Json.write(outcome);
            case Fetched(FetchResult result) -> Json.write(result);
            case Opened(AttachmentResult result) -> Json.write(result);
            case Refused(Refusal refusal) -> Json.write(refusal);
            case Stored stored -> stored.json;
        };
    }
}
