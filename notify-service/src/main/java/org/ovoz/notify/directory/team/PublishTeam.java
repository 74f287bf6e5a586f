package org.ovoz.notify.directory.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.outbox.TeamOutbox;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Takes a signed team record: verified, kept, told to intake. A higher version lifts a suspension if it says so itself, and one that says
 * that the team is suspended does what {@link SuspendTeam} does.
 */
@ApplicationScoped
class PublishTeam {

    private static final String ORGANISATION =
            "INSERT INTO organisation (id, label) VALUES ($1, $1) ON CONFLICT (id) DO NOTHING";
    /** The organisation cannot be suspended meanwhile: either this is refused, or the suspension finds the team. */
    private static final String SAVE = """
            INSERT INTO team (id, organisation, version, escalation, suspended, record, changed_at, keys_since)
            SELECT $1, o.id, $3, $4, $5, $6, $7, $7 FROM organisation o WHERE o.id = $2 AND ($5 OR NOT o.suspended)
            FOR SHARE OF o
            ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation, version = excluded.version,
                escalation = excluded.escalation, suspended = excluded.suspended, record = excluded.record,
                changed_at = excluded.changed_at,
                keys_since = CASE WHEN team_record_kid(excluded.record, 'encryptionKey') = team.encryption_kid
                    THEN team.keys_since ELSE excluded.changed_at END
            WHERE team.version < excluded.version""";

    private static final String REFUSED = """
            SELECT o.suspended AND NOT $3 AS stopped, t.suspended FROM organisation o
            LEFT JOIN team t ON t.id = $1 AND t.record = $4 WHERE o.id = $2""";

    private final Transactions transactions;
    private final AdministrationKey administration;
    private final TeamOutbox outbox;
    private final AuditLog audit;
    private final Followers followers;
    private final Clock clock;

    PublishTeam(
            Transactions transactions,
            AdministrationKey administration,
            TeamOutbox outbox,
            AuditLog audit,
            Followers followers,
            Clock clock) {
        this.transactions = transactions;
        this.administration = administration;
        this.outbox = outbox;
        this.audit = audit;
        this.followers = followers;
        this.clock = clock;
    }

    Uni<PublishOutcome> publish(String jws, UUID by) {
        Optional<LineKey> line = administration.line();
        if (line.isEmpty()) {
            return Uni.createFrom().item(new PublishOutcome.NoLine());
        }
        TeamRecord team;
        try {
            team = line.get().verify(jws);
        } catch (BadSignatureException refused) {
            return Uni.createFrom().item(new PublishOutcome.BadSignature());
        }
        return transactions.commit(transaction -> followers
                .mayBePublished(transaction, team)
                .chain(may -> may
                        ? save(transaction, team, jws)
                                .chain(saved ->
                                        saved ? tell(transaction, team, jws, by) : refuse(transaction, team, jws))
                        : Uni.createFrom().item(new PublishOutcome.OtherKeys())));
    }

    private Uni<Boolean> save(Transaction transaction, TeamRecord team, String jws) {
        Tuple values = Tuple.tuple()
                .addString(team.id().value())
                .addString(team.organisation().value())
                .addLong(team.version())
                .addBoolean(team.escalation())
                .addBoolean(team.suspended())
                .addString(jws)
                .addOffsetDateTime(SqlTime.of(clock.instant()));
        return transaction
                .connection()
                .preparedQuery(ORGANISATION)
                .execute(Tuple.of(team.organisation().value()))
                .chain(() -> transaction.connection().preparedQuery(SAVE).execute(values))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<PublishOutcome> tell(Transaction transaction, TeamRecord team, String jws, UUID by) {
        Instant now = clock.instant();
        return outbox.tell(transaction, team.id(), SignedTeamRecord.TYPE, jws, now)
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory("team-published", by, team.id().value(), now)))
                .chain(() -> followers.published(transaction, team))
                .replaceWith(new PublishOutcome.Published(team, team.suspended()));
    }

    private static Uni<PublishOutcome> refuse(Transaction transaction, TeamRecord team, String jws) {
        return transaction
                .connection()
                .preparedQuery(REFUSED)
                .execute(Tuple.of(team.id().value(), team.organisation().value(), team.suspended(), jws))
                .map(rows -> rows.iterator().next())
                .map(why -> {
                    if (why.getBoolean("stopped")) {
                        return new PublishOutcome.OrganisationSuspended();
                    }
                    Boolean suspended = why.getBoolean("suspended");
                    return suspended == null
                            ? new PublishOutcome.OldVersion()
                            : new PublishOutcome.Published(team, suspended);
                });
    }
}
