package org.ovoz.notify.shift.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** Takes a pattern or an exception out of the plan; what was laid out from it and has not ended is cancelled. */
@ApplicationScoped
class RemoveShift {

    private static final String REMOVE = """
            WITH pattern AS (
                UPDATE shift_pattern s SET removed_at = $3 FROM person p
                WHERE s.id = $1 AND p.id = s.person AND p.organisation = $2 AND s.removed_at IS NULL
                RETURNING s.person, s.team),
            exception AS (
                UPDATE shift_exception s SET removed_at = $3 FROM person p
                WHERE s.id = $1 AND p.id = s.person AND p.organisation = $2 AND s.removed_at IS NULL
                RETURNING s.person, s.team)
            SELECT person, team FROM pattern UNION SELECT person, team FROM exception""";

    private final ChangePlan changePlan;
    private final Clock clock;

    RemoveShift(ChangePlan changePlan, Clock clock) {
        this.changePlan = changePlan;
        this.clock = clock;
    }

    /** False when the caller's organisation has none of this id. */
    Uni<Boolean> remove(Caller caller, UUID id) {
        Tuple values = Tuple.of(id, caller.organisation().value(), SqlTime.of(clock.instant()));
        return changePlan.change(caller, "shift-removed", id, REMOVE, values);
    }
}
