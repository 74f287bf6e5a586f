package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.key.vouched.TeamKeys;
import org.ovoz.notify.key.vouched.TeamToday;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Keeps a team's keys for a member, as another one who holds them sealed them. Whether they are the right ones, the member's browser sees; that
 * a holder of today's keys gives those, the desk sees.
 */
@ApplicationScoped
class AdmitHolder {

    /** The member cannot change the key meanwhile, nor leave. */
    private static final String MEMBER = """
            SELECT k.kid FROM person p JOIN team t ON t.id = $2 AND t.id = ANY (p.teams) AND t.organisation = p.organisation
            JOIN person_key k ON k.person = p.id
            WHERE p.id = $1 AND p.state = 'active' FOR SHARE OF p, k""";

    private static final String GIVE = """
            INSERT INTO team_key (team, kid, person, jwe, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (team, kid, person) DO UPDATE
            SET jwe = excluded.jwe, given_by = excluded.given_by, given_at = excluded.given_at""";
    /** From now on it is warned of, should nobody hold them any more. */
    private static final String KEPT = "UPDATE team SET keys_kept = true WHERE id = $1 AND NOT keys_kept";

    private static final String VOUCH = """
            INSERT INTO admission (team, kid, person, jws) VALUES ($1, $2, $3, $4)
            ON CONFLICT (team, kid, person) DO UPDATE SET jws = excluded.jws""";

    private final Transactions transactions;
    private final TeamKeys teamKeys;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    AdmitHolder(Transactions transactions, TeamKeys teamKeys, EndNotice endNotice, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.teamKeys = teamKeys;
        this.endNotice = endNotice;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<AdmitOutcome> admit(Caller caller, TeamId team, UUID person, HolderForm form) {
        if (!caller.teams().contains(team)) {
            return Uni.createFrom().item(new AdmitOutcome.NotYours());
        }
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(MEMBER)
                .execute(Tuple.of(person, team.value()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(new AdmitOutcome.NotYours());
                    }
                    return rows.iterator().next().getString("kid").equals(form.personKid())
                            ? give(transaction, caller, team, person, form)
                            : Uni.createFrom().item(new AdmitOutcome.KeyChanged());
                }));
    }

    private Uni<AdmitOutcome> give(Transaction transaction, Caller caller, TeamId team, UUID person, HolderForm form) {
        return teamKeys.today(transaction.connection(), team)
                .chain(today -> teamKeys.heldBy(transaction.connection(), caller.id(), team)
                        .chain(held -> {
                            if (!isOwn(caller, person) && !form.isOf(today.kid(), held)) {
                                return Uni.createFrom().item(new AdmitOutcome.UnknownKey());
                            }
                            return form.has(today.kid())
                                            && !today.admits(form.admission(), person.toString(), form.personKid())
                                    ? Uni.createFrom().item(new AdmitOutcome.AdmissionRefused())
                                    : give(transaction, caller, today, person, form)
                                            .replaceWith(new AdmitOutcome.Admitted());
                        }));
    }

    private static boolean isOwn(Caller caller, UUID person) {
        return caller.id().value().equals(person);
    }

    private Uni<Void> give(Transaction transaction, Caller caller, TeamToday today, UUID person, HolderForm form) {
        return transaction
                .connection()
                .preparedQuery(KEPT)
                .execute(Tuple.of(today.team().value()))
                .chain(() -> Multi.createFrom()
                        .iterable(form.keys())
                        .onItem()
                        .transformToUniAndConcatenate(key -> give(transaction, caller, today.team(), person, key))
                        .collect()
                        .last())
                .chain(() -> vouch(transaction, caller, today, person, form));
    }

    private Uni<Void> give(Transaction transaction, Caller caller, TeamId team, UUID person, HolderForm.Key key) {
        return transaction
                .connection()
                .preparedQuery(GIVE)
                .execute(Tuple.of(
                        team.value(), key.kid(), person, key.jwe(), caller.id().value(), SqlTime.of(clock.instant())))
                .replaceWithVoid();
    }

    private Uni<Void> vouch(Transaction transaction, Caller caller, TeamToday today, UUID person, HolderForm form) {
        String kid =
                form.has(today.kid()) ? today.kid() : form.keys().getFirst().kid();
        return transaction
                .connection()
                .preparedQuery(VOUCH)
                .execute(Tuple.of(today.team().value(), kid, person, form.admission()))
                .chain(() -> comparedBy(transaction, caller, person))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory(
                                "holder-admitted", caller.id().value(), today.team() + " " + person, clock.instant())));
    }

    /** Nobody says of their own new key that it was compared. */
    private Uni<Void> comparedBy(Transaction transaction, Caller caller, UUID person) {
        return isOwn(caller, person)
                ? Uni.createFrom().voidItem()
                : endNotice.end(transaction, NoticeKind.KEY_REPLACED, person.toString());
    }
}
