package org.ovoz.notify.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of it, as far as the responder knows. */
public enum Outcome {
    PENDING,
    TAKEN,
    REFUSED,
    NOT_REACHED,
    UNKNOWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
