package org.ovoz.notify.directory.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Says anew when a team works. */
@ApplicationScoped
class SaveHours {

    private static final WeeklyHours OPENING = new WeeklyHours("team_opening", "team");
    private static final String HOLD = "SELECT 1 FROM team WHERE id = $1 FOR UPDATE";
    private static final String CALENDAR = """
            INSERT INTO team_calendar (team, zone, holidays) VALUES ($1, $2, $3)
            ON CONFLICT (team) DO UPDATE SET zone = excluded.zone, holidays = excluded.holidays""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    SaveHours(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when there is no such team. */
    Uni<Boolean> save(TeamId team, TeamHours hours, UUID by) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(HOLD)
                .execute(Tuple.of(team.value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : write(transaction, team, hours, by).replaceWith(true)));
    }

    private Uni<Void> write(Transaction transaction, TeamId team, TeamHours hours, UUID by) {
        LocalDate[] holidays = hours.holidays().stream().distinct().sorted().toArray(LocalDate[]::new);
        return OPENING.write(transaction.connection(), team.value(), hours.weekly())
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(CALENDAR)
                        .execute(Tuple.of(team.value(), hours.zone(), holidays)))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory("team-hours-saved", by, team.value(), clock.instant())));
    }
}
