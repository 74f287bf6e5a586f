package org.ovoz.notify.shift.plan;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;

/**
 * What a coordinator says of somebody's week.
 *
 * @param days on which it begins, 1 for Monday to 7
 * @param until at or before {@code from} means on the next day
 */
public record PatternForm(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}") String handle,
        @NotNull TeamId team,
        @NotEmpty List<@NotNull @Min(1) @Max(7) Short> days,
        @NotNull LocalTime from,
        @NotNull LocalTime until,
        @NotNull String zone,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    @AssertTrue
    boolean isOfAKnownZone() {
        return zone == null || ZoneId.getAvailableZoneIds().contains(zone);
    }

    @AssertTrue
    boolean isValidOnSomeDay() {
        return validUntil == null || validFrom == null || !validUntil.isBefore(validFrom);
    }
}
