package org.ovoz.notify.directory.person;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.ovoz.notify.directory.hours.KnownZone;

/**
 * When a person is not to be called, by the clock of where they live.
 *
 * @param until at or before {@code from}: on the next day
 */
public record QuietHours(
        @NotNull LocalTime from,
        @NotNull LocalTime until,
        @NotNull @KnownZone String zone) {}
