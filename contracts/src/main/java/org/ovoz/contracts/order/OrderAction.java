package org.ovoz.contracts.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a responder's browser may ask of intake. */
public enum OrderAction {
    @JsonProperty("fetch")
    FETCH,
    @JsonProperty("note")
    NOTE,
    @JsonProperty("reply")
    REPLY,
    @JsonProperty("close")
    CLOSE,
    @JsonProperty("erase")
    ERASE,
    @JsonProperty("triage")
    TRIAGE,
    @JsonProperty("grant")
    GRANT,
    @JsonProperty("contract")
    CONTRACT,
    @JsonProperty("withdraw")
    WITHDRAW,
    /** The bytes of a picture or a sound, some chunks at a time. */
    @JsonProperty("attachment")
    ATTACHMENT
}
