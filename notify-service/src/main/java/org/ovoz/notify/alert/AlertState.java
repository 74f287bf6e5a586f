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
    UNKNOWN,
    /** A call that speaks for this one too was made in its place. */
    BUNDLED,
    /** What it was to tell of was seen to before it was sent. */
    DROPPED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
