package org.ovoz.notify.handover;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a team does not take a report. */
public enum DeclineReason {
    @JsonProperty("no-language")
    NO_LANGUAGE,
    @JsonProperty("no-capacity")
    NO_CAPACITY,
    @JsonProperty("other-region")
    OTHER_REGION,
    @JsonProperty("other-need")
    OTHER_NEED,
    /** A conflict of interest. */
    @JsonProperty("conflict")
    CONFLICT,
    /** It would put the reporter or the team at risk. */
    @JsonProperty("unsafe")
    UNSAFE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
