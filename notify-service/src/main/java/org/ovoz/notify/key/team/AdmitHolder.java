package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Keeps a team's keys for a member, as another one who holds them sealed them. Whether they are the right ones, the member's browser sees. */
@ApplicationScoped
class AdmitHolder {

    /** The member cannot change the key meanwhile, nor leave. */
    private static final String MEMBER = """
            SELECT k.kid FROM person p JOIN team t ON t.id = $2 AND t.id = ANY (p.teams) AND t.organisation = p.organisation
            JOIN person_key k ON k.person = p.id
            WHERE p.id = $1 AND p.state = 'active' FOR SHARE OF p, k""";

    /** One that is not the team's yet is kept for oneself first, and given on then: nothing is sealed to a key that nobody holds. */
    private static final String MAY_GIVE = """
            SELECT encryption_kid AS kid FROM team WHERE id = $1
            UNION SELECT kid FROM team_key WHERE team = $1 AND person = $2""";

    private static final String GIVE = """
            INSERT INTO team_key (team, kid, person, jwe, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (team, kid, person) DO UPDATE
            SET jwe = excluded.jwe, given_by = excluded.given_by, given_at = excluded.given_at""";
    private static final String VOUCH = """
            INSERT INTO admission (team, kid, person, jws) VALUES ($1, $2, $3, $4)
            ON CONFLICT (team, kid, person) DO UPDATE SET jws = excluded.jws""";

    private final Transactions transactions;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    AdmitHolder(Transactions transactions, EndNotice endNotice, AuditLog audit, Clock clock) {
        this.transactions = transactions;
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
        return mayGive(transaction, caller, team)
                .chain(kids -> !isOwn(caller, person) && form.keys().stream().anyMatch(key -> !kids.contains(key.kid()))
                        ? Uni.createFrom().item(new AdmitOutcome.UnknownKey())
                        : Multi.createFrom()
                                .iterable(form.keys())
                                .onItem()
                                .transformToUniAndConcatenate(key -> give(transaction, caller, team, person, key))
                                .collect()
                                .last()
                                .chain(() -> vouch(transaction, caller, team, person, form))
                                .replaceWith(new AdmitOutcome.Admitted()));
    }

    private static boolean isOwn(Caller caller, UUID person) {
        return caller.id().value().equals(person);
    }

    private static Uni<Set<String>> mayGive(Transaction transaction, Caller caller, TeamId team) {
        return transaction
                .connection()
                .preparedQuery(MAY_GIVE)
                .execute(Tuple.of(team.value(), caller.id().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("kid"))
                        .collect(Collectors.toSet()));
    }

    private Uni<Void> give(Transaction transaction, Caller caller, TeamId team, UUID person, HolderForm.Key key) {
        return transaction
                .connection()
                .preparedQuery(GIVE)
                .execute(Tuple.of(
                        team.value(), key.kid(), person, key.jwe(), caller.id().value(), SqlTime.of(clock.instant())))
                .replaceWithVoid();
    }

    private Uni<Void> vouch(Transaction transaction, Caller caller, TeamId team, UUID person, HolderForm form) {
        return transaction
                .connection()
                .preparedQuery(VOUCH)
                .execute(Tuple.of(team.value(), form.keys().getFirst().kid(), person, form.admission()))
                .chain(() -> endNotice.end(transaction, NoticeKind.KEY_REPLACED, person.toString()))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory(
                                "holder-admitted", caller.id().value(), team + " " + person, clock.instant())));
    }
}
