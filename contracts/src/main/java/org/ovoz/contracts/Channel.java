package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a report or a message came in. */
public enum Channel {
    @JsonProperty("sms")
    SMS,
    @JsonProperty("web")
    WEB,
    @JsonProperty("voice")
    VOICE
}
