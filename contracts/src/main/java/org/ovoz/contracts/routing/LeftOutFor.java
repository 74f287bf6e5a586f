package org.ovoz.contracts.routing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a team is not, or not yet, among those addressed. */
public enum LeftOutFor {
    @JsonProperty("suspended")
    SUSPENDED,
    /** The person does not want its organisation. */
    @JsonProperty("excluded-organisation")
    EXCLUDED_ORGANISATION,
    /** Its organisation has a conflict in this. */
    @JsonProperty("conflict")
    CONFLICT,
    @JsonProperty("no-woman-answers")
    NO_WOMAN_ANSWERS,
    @JsonProperty("excluded-community")
    EXCLUDED_COMMUNITY,
    /** It stands by; see the step of the escalation teams. */
    @JsonProperty("escalation-team")
    ESCALATION_TEAM,
    /** It takes what nobody else fits; see the last steps. */
    @JsonProperty("catch-all-team")
    CATCH_ALL_TEAM,
    @JsonProperty("language")
    LANGUAGE,
    @JsonProperty("not-child-qualified")
    NOT_CHILD_QUALIFIED,
    @JsonProperty("region")
    REGION,
    /** Takes the region too, another one takes it more specifically. */
    @JsonProperty("wider-region")
    WIDER_REGION,
    /** Meets fewer of the needs than another one. */
    @JsonProperty("need")
    NEED,
    /** An escalation team of the responsible team's own organisation, where another organisation's can be had. */
    @JsonProperty("same-organisation")
    SAME_ORGANISATION
}
