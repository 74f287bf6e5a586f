package org.ovoz.notify.referral;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.referral.directory.Need;

/**
 * Whom, to where, what for.
 *
 * @param consentedOn absent: the person has not said yes, and only information may be given
 * @param followUpOn when to ask what became of it
 */
public record ReferralForm(
        @NotNull ReferralKind kind,
        @NotNull UUID service,
        @NotNull Need purpose,
        @Nullable LocalDate consentedOn,
        @Nullable LocalDate followUpOn) {}
