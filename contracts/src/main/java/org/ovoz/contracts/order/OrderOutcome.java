package org.ovoz.contracts.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of an order other than a fetch. */
public record OrderOutcome(Outcome outcome) {

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
        GRANTED
    }
}
