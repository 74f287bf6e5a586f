package org.ovoz.notify.conflict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why somebody may not work on a report. For coordinators, not for colleagues: it may say something about the person's own life. */
public enum ConflictReason {
    @JsonProperty("family")
    FAMILY,
    @JsonProperty("acquaintance")
    ACQUAINTANCE,
    @JsonProperty("employer")
    EMPLOYER,
    @JsonProperty("community")
    COMMUNITY,
    @JsonProperty("earlier-case")
    EARLIER_CASE,
    @JsonProperty("afraid")
    AFRAID,
    @JsonProperty("other")
    OTHER;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
