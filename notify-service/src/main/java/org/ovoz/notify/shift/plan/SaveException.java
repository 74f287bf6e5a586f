package org.ovoz.notify.shift.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** Makes or changes a date off or a stretch besides, and lays the plan out anew. */
@ApplicationScoped
class SaveException {

    private static final String SAVE = """
            INSERT INTO shift_exception (id, person, team, day_off, starts_at, ends_at)
            SELECT $1, p.id, t.id, $5, $6, $7
            FROM person p JOIN team t ON t.id = ANY (p.teams) AND t.organisation = p.organisation
            WHERE p.handle = $2 AND t.id = $3 AND p.organisation = $4 AND p.state IN ('invited', 'active')
            ON CONFLICT (id) DO UPDATE SET day_off = excluded.day_off, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, removed_at = NULL
            WHERE shift_exception.person = excluded.person AND shift_exception.team = excluded.team
            RETURNING person, team""";

    private final ChangePlan changePlan;

    SaveException(ChangePlan changePlan) {
        this.changePlan = changePlan;
    }

    /** False when the person or the team is not of the caller's organisation, or the id is another person's or team's. */
    Uni<Boolean> save(Caller caller, UUID id, ExceptionForm form) {
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addString(form.handle())
                .addString(form.team().value())
                .addString(caller.organisation().value())
                .addLocalDate(form.off())
                .addOffsetDateTime(time(form.from()))
                .addOffsetDateTime(time(form.until()));
        return changePlan.change(caller, "shift-exception-saved", id, SAVE, values);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant);
    }
}
