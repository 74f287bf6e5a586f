package org.ovoz.notify.referral.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people who come out of forced labour need. */
public enum Need {
    SHELTER,
    FOOD,
    LEGAL,
    MEDICAL,
    PSYCHOSOCIAL,
    INTERPRETATION,
    RETURN_OF_DOCUMENTS,
    WAGE_RECOVERY,
    REPATRIATION,
    COMPENSATION,
    CONSULAR_HELP,
    FORENSIC_EXAMINATION,
    REINTEGRATION,
    SEXUAL_VIOLENCE_CARE,
    EMPLOYMENT,
    FINANCIAL_SUPPORT,
    MATERNITY_CARE,
    SAFE_EXIT,
    DEPORTATION_DEFENCE,
    PROTECTION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Need> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
