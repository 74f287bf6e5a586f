package org.ovoz.notify.alert;

import java.util.Locale;

/** What a person is alerted for. */
public enum AlertPurpose {
    /** A report or a message that waits to be read. */
    REPORT,
    /** A shift that begins: whether the phone rings. */
    CHECK_IN,
    /** Something that a coordinator has to see to. */
    NOTICE,
    /** An interpreter who is asked. */
    INTERPRETER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AlertPurpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
