package org.ovoz.notify.shift.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.ovoz.notify.shift.roster.LayOutDuties;
import org.ovoz.notify.shift.roster.Stretch;
import org.ovoz.notify.time.SqlTime;

/**
 * Lays out a person's coming duties in a team. What is laid out already stays, with its check-in; what the plan no longer says is cancelled.
 * Whoever is not (yet, any more) active, left the team, or is of an organisation or team that is stopped, has none.
 */
@ApplicationScoped
class LayOutRoster {

    /** Two that lay out the same stand in line. */
    private static final String LOCK = """
            SELECT p.state = 'active' AND $2 = ANY (p.teams)
                AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = p.organisation AND NOT o.suspended)
                AND EXISTS (SELECT 1 FROM team t WHERE t.id = $2 AND NOT t.suspended) AS member
            FROM person p WHERE p.id = $1 FOR NO KEY UPDATE""";
    /** A duty that went to somebody else is theirs. */
    private static final String KEEP = """
            INSERT INTO duty (id, person, team, starts_at, ends_at)
            SELECT d.id, $1, $2, d.starts_at, d.ends_at FROM unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[])
                AS d (id, starts_at, ends_at)
            ON CONFLICT (id) DO UPDATE SET ends_at = excluded.ends_at, cancelled_at = NULL
            WHERE duty.swapped_at IS NULL AND (duty.ends_at <> excluded.ends_at OR duty.cancelled_at IS NOT NULL)""";

    private static final String CANCEL = """
            UPDATE duty SET cancelled_at = $3 WHERE person = $1 AND team = $2 AND cancelled_at IS NULL AND ends_at > $3
                AND starts_at < $4 AND (swapped_at IS NULL OR NOT $5) AND id <> ALL ($6)""";

    private final ShiftSettings settings;
    private final Clock clock;

    LayOutRoster(ShiftSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Uni<Void> layOut(SqlClient transaction, Planned planned) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(planned.person(), planned.team()))
                .map(rows -> rows.size() == 1 && rows.iterator().next().getBoolean("member"))
                .chain(member -> stretches(transaction, planned, member, now)
                        .chain(stretches -> keep(transaction, planned, stretches)
                                .chain(() -> cancel(transaction, planned, member, stretches, now))));
    }

    private Uni<List<Stretch>> stretches(SqlClient transaction, Planned planned, boolean member, Instant now) {
        return member
                ? RosterRows.read(transaction, planned, now.minus(LayOutDuties.LOOK_BACK))
                        .map(roster -> LayOutDuties.layOut(roster, now, now.plus(settings.laidOut())))
                : Uni.createFrom().item(List.of());
    }

    private static Uni<Void> keep(SqlClient transaction, Planned planned, List<Stretch> stretches) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        planned.person(),
                        planned.team(),
                        ids(planned, stretches),
                        stretches.stream().map(one -> SqlTime.of(one.begins())).toArray(OffsetDateTime[]::new),
                        stretches.stream().map(one -> SqlTime.of(one.ends())).toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    private Uni<Void> cancel(
            SqlClient transaction, Planned planned, boolean member, List<Stretch> stretches, Instant now) {
        return transaction
                .preparedQuery(CANCEL)
                .execute(Tuple.of(
                        planned.person(),
                        planned.team(),
                        SqlTime.of(now),
                        SqlTime.of(now.plus(settings.laidOut())),
                        member,
                        ids(planned, stretches)))
                .replaceWithVoid();
    }

    private static UUID[] ids(Planned planned, List<Stretch> stretches) {
        return stretches.stream().map(one -> planned.dutyFrom(one.begins())).toArray(UUID[]::new);
    }
}
