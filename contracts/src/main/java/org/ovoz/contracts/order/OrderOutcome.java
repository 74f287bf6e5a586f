package org.ovoz.contracts.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order other than a fetch.
 *
 * @param goesAt when a scheduled reply is to go out
 */
public record OrderOutcome(Outcome outcome, @Nullable Instant goesAt) {

    public OrderOutcome(Outcome outcome) {
        this(outcome, null);
    }

    /** The outcomes an order can have; refusals are problems (RFC 9457) instead. */
    public enum Outcome {
        @JsonProperty("stored")
        STORED,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("erased")
        ERASED,
        @JsonProperty("granted")
        GRANTED,
        /** The person's word holds from now on. */
        @JsonProperty("recorded")
        RECORDED,
        /** The reply waits for a safe hour. */
        @JsonProperty("scheduled")
        SCHEDULED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }
}
