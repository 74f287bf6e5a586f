package org.ovoz.notify.presence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody does with a report at this moment. */
public enum Doing {
    @JsonProperty("reading")
    READING,
    @JsonProperty("writing")
    WRITING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
