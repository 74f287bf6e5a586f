package org.ovoz.contracts.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which part a team was addressed. */
public enum AddressedAs {
    /** Fits language and region; is alerted at once. */
    @JsonProperty("responsible")
    RESPONSIBLE,
    /** Holds a grant from the start, gets content only once the report is overdue (DESIGN 3). */
    @JsonProperty("escalation")
    ESCALATION,
    /** Nobody fitted; is alerted at once. */
    @JsonProperty("catch-all")
    CATCH_ALL
}
