package org.ovoz.notify.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the team sees it.
 *
 * @param service the name it has now
 * @param neverRefer whether since then somebody said that nobody is to be sent there: then this person may need help
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralView(
        UUID id,
        String kind,
        UUID serviceId,
        String service,
        boolean neverRefer,
        String purpose,
        @Nullable LocalDate consentedOn,
        String madeBy,
        Instant madeAt,
        String outcome,
        Instant outcomeAt,
        @Nullable LocalDate followUpOn) {}
