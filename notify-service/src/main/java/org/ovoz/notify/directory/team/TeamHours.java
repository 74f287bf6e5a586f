package org.ovoz.notify.directory.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.ovoz.notify.directory.hours.KnownZone;
import org.ovoz.notify.directory.hours.Opening;

/**
 * When a team works, by the clock of its place.
 *
 * @param weekly none: always
 * @param holidays days on which it does not
 */
public record TeamHours(
        @NotNull @KnownZone String zone,
        @NotNull @Size(max = 42) List<@NotNull @Valid Opening> weekly,
        @NotNull @Size(max = 400) List<@NotNull LocalDate> holidays) {}
