package org.ovoz.notify.key.founding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.TeamFounded;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** The line has signed a team's first record: its founder holds its keys and is in it, from the same moment on at which it is addressed. */
@ApplicationScoped
class SettleFounding implements TeamFounded {

    /** Whoever signs a record of keys that are gone meanwhile, with their founder, would have reports sealed to nobody. */
    private static final String WAITS = """
            SELECT f.founder, team_record_kid(f.jws, 'encryptionKey') AS kid FROM wanted_team w
            LEFT JOIN team_founding f ON f.team = w.id WHERE w.id = $1 FOR UPDATE OF w""";
    /** The login server has the last word on who is in a team, and is told by the comparison that what is said here has changed. */
    private static final String SETTLE = """
            WITH founding AS (
                SELECT f.*, team_record_kid(f.jws, 'encryptionKey') AS kid FROM team_founding f WHERE f.team = $1),
            held AS (INSERT INTO team_key (team, kid, person, jwe, given_by, given_at)
                SELECT team, kid, founder, jwe, founder, $2 FROM founding),
            vouched AS (INSERT INTO admission (team, kid, person, jws) SELECT team, kid, founder, admission FROM founding),
            kept AS (UPDATE team SET keys_kept = true WHERE id IN (SELECT team FROM founding))
            UPDATE person p SET teams = array_append(p.teams, f.team) FROM founding f
            WHERE p.id = f.founder AND f.team <> ALL (p.teams)""";

    private static final String DROP = "DELETE FROM wanted_team WHERE id = $1";

    private final AuditLog audit;
    private final Clock clock;

    SettleFounding(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> mayBePublished(Transaction transaction, TeamRecord team) {
        return transaction
                .connection()
                .preparedQuery(WAITS)
                .execute(Tuple.of(team.id().value()))
                .map(rows -> rows.size() == 0
                        || Keys.kidOf(team.encryptionKey())
                                .equals(rows.iterator().next().getString("kid")));
    }

    @Override
    public Uni<Void> published(Transaction transaction, TeamRecord team) {
        return transaction
                .connection()
                .preparedQuery(WAITS)
                .execute(Tuple.of(team.id().value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : settle(transaction, team, rows.iterator().next()));
    }

    private Uni<Void> settle(Transaction transaction, TeamRecord team, Row waiting) {
        String id = team.id().value();
        UUID founder = waiting.getUUID("founder");
        return transaction
                .connection()
                .preparedQuery(SETTLE)
                .execute(Tuple.of(id, SqlTime.of(clock.instant())))
                .chain(() -> transaction.connection().preparedQuery(DROP).execute(Tuple.of(id)))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory("team-founded", founder, id, clock.instant())));
    }
}
