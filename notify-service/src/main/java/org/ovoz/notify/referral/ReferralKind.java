package org.ovoz.notify.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was done with a service. */
enum ReferralKind {
    /** The service was told of the person: only with consent. */
    REFERRAL,
    /** The person was told of the service, which knows nothing of them. */
    INFORMATION;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
