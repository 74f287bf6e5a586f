package org.ovoz.notify.directory.person;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a person is let in; the desk's own word, at each call. */
public enum PersonState {
    /** Has a login and did not use it yet. */
    INVITED,
    ACTIVE,
    /** Is out until somebody lifts it. */
    SUSPENDED,
    /** Is out for ever; a row without a name stays, because the audit refers to it. */
    REMOVED;

    /** As the database has it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PersonState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
