package org.ovoz.notify.directory.team;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.TeamSuspended;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.outbox.TeamOutbox;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Stops a team at once, here and at intake, without a signature: whoever must stop one may not have the key at hand. */
@ApplicationScoped
public class SuspendTeam {

    private static final String SUSPEND = "UPDATE team SET suspended = true, changed_at = $2 WHERE id = $1";

    private final Transactions transactions;
    private final TeamOutbox outbox;
    private final AuditLog audit;
    private final Followers followers;
    private final Clock clock;

    SuspendTeam(Transactions transactions, TeamOutbox outbox, AuditLog audit, Followers followers, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.audit = audit;
        this.followers = followers;
        this.clock = clock;
    }

    /** False when there is no such team. */
    Uni<Boolean> suspend(TeamId team, UUID by) {
        return transactions.commit(transaction -> stop(transaction, team, by)
                .call(known -> known
                        ? followers.handOver(transaction)
                        : Uni.createFrom().voidItem()));
    }

    /** Several at once, in a transaction of the caller's; their cases are handed over when all of them are stopped. */
    public Uni<Void> suspend(Transaction transaction, List<TeamId> teams, UUID by) {
        return Multi.createFrom()
                .iterable(teams)
                .onItem()
                .transformToUniAndConcatenate(team -> stop(transaction, team, by))
                .collect()
                .last()
                .chain(() -> followers.handOver(transaction));
    }

    private Uni<Boolean> stop(Transaction transaction, TeamId team, UUID by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transaction
                .connection()
                .preparedQuery(SUSPEND)
                .execute(Tuple.of(team.value(), SqlTime.of(now)))
                .chain(rows -> rows.rowCount() == 1
                        ? tell(transaction, team, by, now)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> tell(Transaction transaction, TeamId team, UUID by, Instant now) {
        String suspension = Json.write(new TeamSuspended(team, now));
        return outbox.tell(transaction, team, TeamSuspended.TYPE, suspension, now)
                .chain(() -> audit.append(
                        transaction.connection(), AuditEntry.ofDirectory("team-suspended", by, team.value(), now)))
                .replaceWith(true);
    }
}
