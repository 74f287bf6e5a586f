package org.ovoz.contracts.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a reply that the carrier took did not arrive. */
public enum ReplyFailure {
    @JsonProperty("unreachable")
    UNREACHABLE,
    @JsonProperty("blocked")
    BLOCKED,
    @JsonProperty("other")
    OTHER
}
