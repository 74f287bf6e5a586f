package org.ovoz.notify.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody says of two reports. */
public enum Verdict {
    @JsonProperty("same")
    SAME,
    @JsonProperty("different")
    DIFFERENT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
