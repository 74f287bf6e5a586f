package org.ovoz.notify.referral.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.notify.directory.hours.KnownZone;
import org.ovoz.notify.directory.hours.Opening;

/**
 * A service as whoever keeps the list describes it.
 *
 * @param regions where it helps; a country is all of it
 * @param weekly when it is there, in its zone; none: nobody knows
 * @param phone the service's own, for responders: no reporter is told it by the desk
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceForm(
        @NotNull @Size(min = 2, max = 120) String name,
        @NotNull ServiceKind kind,
        @NotEmpty @Size(max = 40) List<@NotNull RegionCode> regions,
        @NotEmpty @Size(max = 40) List<@NotNull LanguageTag> languages,
        @NotEmpty @Size(max = 20) List<@NotNull Need> needs,
        @NotNull @KnownZone String zone,
        @NotNull @Size(max = 42) List<@NotNull @Valid Opening> weekly,
        boolean takesUndocumented,
        boolean takesChildren,

        @Pattern(regexp = "\\+?[0-9][0-9 ()-]{1,28}") @Nullable
        String phone,

        @Email @Size(max = 120) @Nullable String email,
        @Size(min = 2, max = 200) @Nullable String address) {}
