package org.ovoz.notify.alert.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one alert.
 *
 * @param who the handle
 * @param way as {@code sms}
 * @param state the last that is known: from the carrier where it tells
 * @param reason a code; none for what went well
 * @param round and rung of the ladder that had it written
 * @param dueAt when it was or will be tried
 * @param triedAt when the last attempt began
 * @param changedAt when the state became what it is
 * @param answer {@code acknowledge} or {@code claim}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseAlert(
        String who,
        String way,
        String state,
        @Nullable String reason,
        @Nullable Integer round,
        @Nullable Integer rung,
        int attempts,
        Instant dueAt,
        @Nullable Instant triedAt,
        Instant changedAt,
        @Nullable Instant answeredAt,
        @Nullable String answer) {}
