package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;

/** A person's duties that are not over. */
@ApplicationScoped
public class MyDuties {

    private static final String READ = """
            SELECT d.id, d.team, d.starts_at, d.ends_at, d.checked_in_at IS NOT NULL AS checked_in,
                d.rang_at IS NOT NULL AS rang, d.opened_at IS NOT NULL AS opened,
                EXISTS (SELECT 1 FROM duty_swap s
                    WHERE s.duty = d.id AND s.accepted_at IS NULL AND s.withdrawn_at IS NULL) AS offered
            FROM duty d WHERE d.person = $1 AND d.cancelled_at IS NULL AND d.ends_at > $2 ORDER BY d.starts_at, d.team""";

    private final Pool pool;
    private final Clock clock;

    MyDuties(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<List<Duty>> read(PersonId person) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(person.value(), SqlTime.of(clock.instant())))
                .map(rows -> {
                    List<Duty> duties = new ArrayList<>(rows.size());
                    rows.forEach(row -> duties.add(new Duty(
                            row.getUUID("id"),
                            row.getString("team"),
                            SqlTime.instant(row, "starts_at"),
                            SqlTime.instant(row, "ends_at"),
                            row.getBoolean("checked_in"),
                            row.getBoolean("rang"),
                            row.getBoolean("opened"),
                            row.getBoolean("offered"))));
                    return duties;
                });
    }

    /**
     * A duty of one's own.
     *
     * @param checkedIn it counts: the phone was answered for it, or a test item opened
     * @param rang the phone was answered
     * @param opened a test item was opened: the team's key is at hand
     * @param offered to the team, and nobody has taken it yet
     */
    public record Duty(
            UUID id,
            String team,
            Instant from,
            Instant until,
            boolean checkedIn,
            boolean rang,
            boolean opened,
            boolean offered) {}
}
