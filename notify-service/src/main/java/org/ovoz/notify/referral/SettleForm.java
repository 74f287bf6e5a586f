package org.ovoz.notify.referral;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of it.
 *
 * @param followUpOn when to ask again; absent: no more
 */
public record SettleForm(@NotNull Outcome outcome, @Nullable LocalDate followUpOn) {}
