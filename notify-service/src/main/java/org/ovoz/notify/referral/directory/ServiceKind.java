package org.ovoz.notify.referral.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who runs a service: it says whom they answer to. */
enum ServiceKind {
    NGO,
    SHELTER,
    LEGAL_AID,
    CLINIC,
    CRISIS_CENTRE,
    INTERNATIONAL,
    CONSULATE,
    UNION,
    COMMUNITY,
    STATE,
    OTHER;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
