package org.ovoz.notify.shift.plan;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;

/**
 * A date on which nobody's shift of the week begins, or a stretch besides, a day at most.
 *
 * @param off the date, in the pattern's own zone
 */
public record ExceptionForm(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}") String handle,
        @NotNull TeamId team,
        @Nullable LocalDate off,
        @Nullable Instant from,
        @Nullable Instant until) {

    private static final Duration LONGEST = Duration.ofDays(1);

    @AssertTrue
    boolean isOneOfTheTwo() {
        return off != null
                ? from == null && until == null
                : from != null
                        && until != null
                        && from.isBefore(until)
                        && !Duration.between(from, until).minus(LONGEST).isPositive();
    }
}
