package org.ovoz.notify.referral.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to call police or ambulance, and what became of it.
 *
 * @param state asked, confirmed, declined, or lapsed: nobody answered in time
 * @param until when it lapses unless somebody answers
 * @param outcome pending until somebody told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmergencyView(
        UUID id,
        String whom,
        String region,
        LocalDate consentedOn,
        String state,
        String askedBy,
        Instant askedAt,
        Instant until,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        String outcome,
        @Nullable Instant outcomeAt) {}
