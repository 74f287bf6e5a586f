package org.ovoz.notify.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a coordinator takes a report from whoever holds it. */
public enum TakeOverReason {
    @JsonProperty("not-there")
    NOT_THERE("not-there"),
    @JsonProperty("overdue")
    OVERDUE("overdue"),
    @JsonProperty("too-much")
    TOO_MUCH("too-much"),
    @JsonProperty("other-skills")
    OTHER_SKILLS("other-skills"),
    @JsonProperty("own-wish")
    OWN_WISH("own-wish"),
    @JsonProperty("safety")
    SAFETY("safety");

    private final String word;

    TakeOverReason(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
