package org.ovoz.notify.coverage.map;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How surely a language is read in a region, from not at all on. */
public enum Level {
    /** By nobody. */
    NONE,
    /** Somebody is on duty by plan; whether they are there is known once their phone was answered. */
    PLANNED,
    /** Somebody is on the standing list of a team without duties, and the team is open. */
    STANDING,
    /** Somebody is on duty and checked in. */
    CHECKED_IN;

    /** Somebody is there, as dispatch sees it. */
    public boolean reads() {
        return this == STANDING || this == CHECKED_IN;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
