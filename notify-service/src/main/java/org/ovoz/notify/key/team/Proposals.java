package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.key.vouched.TeamKeys;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** New keys for teams, until the line's administrator has signed their records. */
@ApplicationScoped
class Proposals {

    private static final String PROPOSE = """
            INSERT INTO team_proposal (team, jws, proposed_by, proposed_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (team) DO UPDATE
            SET jws = excluded.jws, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at""";
    /** One whose record was signed since is none any more. */
    private static final String OPEN = """
            SELECT t.id, t.record, m.jws, p.handle, m.proposed_at FROM team_proposal m
            JOIN team t ON t.id = m.team JOIN person p ON p.id = m.proposed_by
            WHERE team_record_kid(m.jws, 'encryptionKey') <> t.encryption_kid ORDER BY m.proposed_at, t.id""";

    private final Pool pool;
    private final Transactions transactions;
    private final TeamKeys teamKeys;
    private final AuditLog audit;
    private final Clock clock;

    Proposals(Pool pool, Transactions transactions, TeamKeys teamKeys, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.teamKeys = teamKeys;
        this.audit = audit;
        this.clock = clock;
    }

    /** In place of the one before. False for what the team's order key of today has not signed. */
    Uni<Boolean> propose(Caller caller, TeamId team, String jws) {
        return transactions.commit(transaction -> teamKeys.today(transaction.connection(), team)
                .chain(today -> today.proposes(jws)
                        ? keep(transaction, caller, team, jws).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, TeamId team, String jws) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(PROPOSE)
                .execute(Tuple.of(team.value(), jws, caller.id().value(), SqlTime.of(now)))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory("team-keys-proposed", caller.id().value(), team.value(), now)));
    }

    Uni<List<Proposal>> open() {
        return pool.query(OPEN)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Proposal(
                                row.getString("id"),
                                row.getString("record"),
                                row.getString("jws"),
                                row.getString("handle"),
                                SqlTime.instant(row, "proposed_at")))
                        .toList());
    }

    /**
     * @param record as signed now
     * @param jws the record that is proposed, signed with the team's order key of today
     * @param by a handle
     */
    public record Proposal(String team, String record, String jws, String by, Instant at) {}
}
