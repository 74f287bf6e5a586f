package org.ovoz.notify.key.founding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedAdmission;
import org.ovoz.contracts.team.SignedTeamProposal;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Keeps a team's first keys for the one who made them, and what the line shall sign. Until it has, nothing is addressed to them. */
@ApplicationScoped
class FoundTeam {

    /** The founder cannot change the key meanwhile, nor leave. */
    private static final String WANTED = """
            SELECT w.terms, k.kid FROM wanted_team w
            JOIN person p ON p.id = w.founder AND p.organisation = w.organisation AND p.state = 'active'
            LEFT JOIN person_key k ON k.person = p.id
            WHERE w.id = $1 AND w.founder = $2 FOR UPDATE OF w FOR SHARE OF p""";

    private static final String KEEP = """
            INSERT INTO team_founding (team, jws, founder, jwe, admission, founded_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (team) DO UPDATE SET jws = excluded.jws, founder = excluded.founder, jwe = excluded.jwe,
                admission = excluded.admission, founded_at = excluded.founded_at""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    FoundTeam(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** In place of those before. */
    Uni<FoundOutcome> found(Caller caller, TeamId team, FirstKeysForm form) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(WANTED)
                .execute(Tuple.of(team.value(), caller.id().value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new FoundOutcome.NotYours())
                        : found(transaction, caller, team, form, rows.iterator().next())));
    }

    private Uni<FoundOutcome> found(
            Transaction transaction, Caller caller, TeamId team, FirstKeysForm form, Row wanted) {
        if (!form.personKid().equals(wanted.getString("kid"))) {
            return Uni.createFrom().item(new FoundOutcome.KeyChanged());
        }
        TeamTerms terms = Json.read(wanted.getString("terms"), TeamTerms.class);
        return isSound(team, terms, caller, form)
                ? keep(transaction, caller, team, form).replaceWith(new FoundOutcome.Proposed())
                : Uni.createFrom().item(new FoundOutcome.Refused());
    }

    private static boolean isSound(TeamId team, TeamTerms terms, Caller caller, FirstKeysForm form) {
        try {
            TeamRecord first = SignedTeamProposal.verifyFirst(form.jws());
            return terms.areThoseOf(team, first)
                    && SignedAdmission.verify(form.admission(), first.orderKey())
                            .names(team, caller.id().toString(), form.personKid());
        } catch (BadSignatureException forged) {
            return false;
        }
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, TeamId team, FirstKeysForm form) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        team.value(), form.jws(), caller.id().value(), form.jwe(), form.admission(), SqlTime.of(now)))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory(
                                "team-founding-proposed", caller.id().value(), team.value(), now)));
    }
}
