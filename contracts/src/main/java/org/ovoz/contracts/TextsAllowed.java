package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the reporter said about being texted; nothing goes out unless it was allowed (R3). */
public enum TextsAllowed {
    /** Nothing was said: nothing goes out. */
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("allowed")
    ALLOWED,
    @JsonProperty("refused")
    REFUSED
}
