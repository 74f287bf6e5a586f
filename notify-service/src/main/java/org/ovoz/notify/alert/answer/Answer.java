package org.ovoz.notify.alert.answer;

import java.util.Locale;

/** What a person says to an alert. */
public enum Answer {
    /** I am at it. */
    ACKNOWLEDGE,
    /** I take it. */
    CLAIM;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
