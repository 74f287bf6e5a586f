package org.ovoz.notify.alert;

import java.util.Locale;

/** How far an alert has come. */
public enum AlertState {
    DUE,
    /** An attempt is under way, or was when its instance died. */
    SENDING,
    SENT,
    DELIVERED,
    FAILED,
    /** It may have been sent or not. */
    UNKNOWN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
