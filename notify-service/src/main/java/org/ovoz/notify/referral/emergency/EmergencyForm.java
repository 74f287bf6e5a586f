package org.ovoz.notify.referral.emergency;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.RegionCode;

/**
 * Who is to be called, where; nothing is preselected.
 *
 * @param consentedOn absent: the person has not said yes, and nobody is called
 */
public record EmergencyForm(
        @NotNull Whom whom,
        @NotNull RegionCode region,
        @Nullable LocalDate consentedOn) {

    /** Who comes. */
    enum Whom {
        POLICE,
        AMBULANCE;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
