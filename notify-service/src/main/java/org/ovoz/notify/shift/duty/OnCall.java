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

    /** How somebody is there. */
    public enum How {
        CHECKED_IN,
        /** On duty by plan, and the phone was not answered: does not count. */
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

    /** @param until none on a standing list */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record There(String handle, How how, @Nullable Instant until) {}

    /** Somebody whose duty begins next. */
    public record Next(String handle, Instant from, Instant until) {}
}
