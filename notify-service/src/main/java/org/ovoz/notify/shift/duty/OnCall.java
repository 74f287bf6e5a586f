package org.ovoz.notify.shift.duty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;

/**
 * Who is there for a team, at one time.
 *
 * @param next who comes next, with everybody who begins together
 */
public record OnCall(TeamId team, List<There> now, List<Next> next) {

    /** How many there are and until when: all that another organisation has to know. */
    public OnCall withoutHandles() {
        return new OnCall(
                team,
                now.stream()
                        .map(there -> new There(null, there.how(), there.opened(), there.until()))
                        .toList(),
                next.stream()
                        .map(one -> new Next(null, one.from(), one.until()))
                        .toList());
    }

    /** How somebody is there. */
    public enum How {
        CHECKED_IN,
        /** On duty by plan, and neither the phone was answered nor a test item opened: does not count. */
        PLANNED,
        /** On the standing list of a team without duties. */
        STANDING;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static How of(boolean onDuty, boolean checkedIn) {
            return onDuty ? checkedIn ? CHECKED_IN : PLANNED : STANDING;
        }
    }

    /**
     * @param handle none for another organisation
     * @param opened a test item of the team was opened for the duty, so this person can read
     * @param until none on a standing list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record There(
            @Nullable String handle,
            How how,
            boolean opened,
            @Nullable Instant until) {}

    /**
     * Somebody whose duty begins next.
     *
     * @param handle none for another organisation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Next(@Nullable String handle, Instant from, Instant until) {}
}
