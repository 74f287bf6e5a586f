package org.ovoz.notify.alert;

import java.util.Locale;

/** By what way a person is alerted. */
public enum AlertKind {
    /** To a browser that the person subscribed with (RFC 8030). */
    PUSH(true),
    SMS(true),
    /** By telephone, with a key to press. */
    CALL(true),
    EMAIL(false),
    /** To a system of the person's organisation. */
    WEBHOOK(false);

    private final boolean loud;

    AlertKind(boolean loud) {
        this.loud = loud;
    }

    /** Whether it makes itself heard at night. What does not holds up no ladder when it alone arrived. */
    public boolean isLoud() {
        return loud;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AlertKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
