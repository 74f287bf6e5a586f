package org.ovoz.notify.cases;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a case is in the queue. */
public enum CaseState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("claimed")
    CLAIMED,
    @JsonProperty("closed")
    CLOSED
}
