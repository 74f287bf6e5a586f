package org.ovoz.notify.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a parked event that a person took up. */
public enum SettleOutcome {
    @JsonProperty("applied")
    APPLIED,
    /** An earlier event of the same report stands before it. */
    @JsonProperty("waiting")
    WAITING,
    /** It still cannot be applied. */
    @JsonProperty("parked")
    PARKED,
    @JsonProperty("skipped")
    SKIPPED,
    /** No such event is parked. */
    @JsonProperty("not-parked")
    NOT_PARKED
}
