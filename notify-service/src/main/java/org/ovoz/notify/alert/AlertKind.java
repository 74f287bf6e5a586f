package org.ovoz.notify.alert;

import java.util.Locale;

/** By what way a person is alerted. */
public enum AlertKind {
    SMS,
    EMAIL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AlertKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
