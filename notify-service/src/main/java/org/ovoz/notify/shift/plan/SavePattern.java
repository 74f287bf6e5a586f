package org.ovoz.notify.shift.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ovoz.notify.directory.Caller;

/** Makes or changes what somebody does every week, and lays it out. */
@ApplicationScoped
class SavePattern {

    private static final String SAVE = """
            INSERT INTO shift_pattern (id, person, team, days, begins, ends, zone, valid_from, valid_until)
            SELECT $1, p.id, t.id, $5, $6, $7, $8, $9, $10
            FROM person p JOIN team t ON t.id = ANY (p.teams) AND t.organisation = p.organisation
            WHERE p.handle = $2 AND t.id = $3 AND p.organisation = $4 AND p.state IN ('invited', 'active')
            ON CONFLICT (id) DO UPDATE SET days = excluded.days, begins = excluded.begins, ends = excluded.ends,
                zone = excluded.zone, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                removed_at = NULL
            WHERE shift_pattern.person = excluded.person AND shift_pattern.team = excluded.team
            RETURNING person, team""";

    private final ChangePlan changePlan;

    SavePattern(ChangePlan changePlan) {
        this.changePlan = changePlan;
    }

    /** False when the person or the team is not of the caller's organisation, or the id is another person's or team's pattern. */
    Uni<Boolean> save(Caller caller, UUID id, PatternForm form) {
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addString(form.handle())
                .addString(form.team().value())
                .addString(caller.organisation().value())
                .addArrayOfShort(form.days().stream().distinct().toArray(Short[]::new))
                .addLocalTime(form.from())
                .addLocalTime(form.until())
                .addString(form.zone())
                .addLocalDate(form.validFrom())
                .addLocalDate(form.validUntil());
        return changePlan.change(caller, "shift-saved", id, SAVE, values);
    }
}
