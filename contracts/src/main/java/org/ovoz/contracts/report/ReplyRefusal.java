package org.ovoz.contracts.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a reply did not go out. */
public enum ReplyRefusal {
    /** The reporter did not say yes (the default). */
    @JsonProperty("contact-not-allowed")
    CONTACT_NOT_ALLOWED,
    @JsonProperty("contact-refused")
    CONTACT_REFUSED,
    @JsonProperty("contact-erased")
    CONTACT_ERASED,
    @JsonProperty("outside-safe-window")
    OUTSIDE_SAFE_WINDOW,
    /** The next safe hour is later than a reply may wait. */
    @JsonProperty("window-too-far")
    WINDOW_TOO_FAR,
    /** It waited for a safe hour for too long. */
    @JsonProperty("waited-too-long")
    WAITED_TOO_LONG,
    /** The team that ordered it is suspended. */
    @JsonProperty("team-suspended")
    TEAM_SUSPENDED,
    /** The contact in the order is not this report's. */
    @JsonProperty("contact-mismatch")
    CONTACT_MISMATCH,
    @JsonProperty("opted-out-at-carrier")
    OPTED_OUT_AT_CARRIER,
    @JsonProperty("number-unreachable")
    NUMBER_UNREACHABLE,
    @JsonProperty("carrier-refused")
    CARRIER_REFUSED
}
