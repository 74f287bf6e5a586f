package org.ovoz.notify.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.key.proof.Challenges;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * A person's first key, or the one after a lost one. A new key takes everything with it that the lost one opened, and the coordinators hear of
 * it: a colleague has to give the teams' keys anew, after the new key was compared.
 */
@ApplicationScoped
class SetKey {

    private static final String HOLD = """
            SELECT k.kid FROM person p LEFT JOIN person_key k ON k.person = p.id WHERE p.id = $1 FOR UPDATE OF p""";
    private static final String FORGET = "DELETE FROM person_key WHERE person = $1";
    private static final String SAME = "SELECT 1 FROM key_wrap WHERE person = $1 AND kind = 'words' AND jwe = $2";
    private static final String KEEP =
            "INSERT INTO person_key (person, kid, public_key, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (person) DO NOTHING";
    private static final String WORDS = """
            INSERT INTO key_wrap (id, person, kind, jwe, made_at) VALUES ($1, $2, 'words', $3, $4)
            ON CONFLICT (person) WHERE kind = 'words' DO UPDATE SET jwe = excluded.jwe, made_at = excluded.made_at""";

    private final Transactions transactions;
    private final Challenges challenges;
    private final RaiseNotice raiseNotice;
    private final AuditLog audit;
    private final Clock clock;

    SetKey(Transactions transactions, Challenges challenges, RaiseNotice raiseNotice, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.challenges = challenges;
        this.raiseNotice = raiseNotice;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param proof that the key which is there is in hand: whoever only has the session changes no words */
    Uni<KeyOutcome> set(Caller caller, KeyForm form, @Nullable String proof) {
        Optional<PublicKey> key = PublicKey.of(form.publicKey());
        return key.isEmpty()
                ? Uni.createFrom().item(new KeyOutcome.Refused())
                : transactions.commit(transaction -> held(transaction, caller)
                        .chain(held -> set(transaction, caller, key.get(), form, held.orElse(null), proof)));
    }

    private static Uni<Optional<String>> held(Transaction transaction, Caller caller) {
        return transaction
                .connection()
                .preparedQuery(HOLD)
                .execute(Tuple.of(caller.id().value()))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.ofNullable(row.next().getString("kid")) : Optional.empty();
                });
    }

    private Uni<KeyOutcome> set(
            Transaction transaction,
            Caller caller,
            PublicKey key,
            KeyForm form,
            @Nullable String held,
            @Nullable String proof) {
        if (held == null) {
            return keep(transaction, caller, key, form.words(), "key-made");
        }
        if (held.equals(key.kid())) {
            return newWords(transaction, caller, key, form.words(), proof);
        }
        if (!held.equals(form.replaces())) {
            return Uni.createFrom().item(new KeyOutcome.Exists());
        }
        return transaction
                .connection()
                .preparedQuery(FORGET)
                .execute(Tuple.of(caller.id().value()))
                .chain(() -> raiseNotice.raise(
                        transaction, NoticeKind.KEY_REPLACED, caller.id().toString(), caller.organisation()))
                .chain(() -> keep(transaction, caller, key, form.words(), "key-replaced"));
    }

    /** The same once more is no change: its answer was lost on the way. */
    private Uni<KeyOutcome> newWords(
            Transaction transaction, Caller caller, PublicKey key, String words, @Nullable String proof) {
        return transaction
                .connection()
                .preparedQuery(SAME)
                .execute(Tuple.of(caller.id().value(), words))
                .chain(same -> same.size() > 0
                        ? Uni.createFrom().item(new KeyOutcome.Kept(key.kid()))
                        : challenges
                                .answered(transaction.connection(), caller.id(), key.kid(), proof)
                                .chain(proven -> proven
                                        ? keep(transaction, caller, key, words, "words-changed")
                                        : Uni.createFrom().item(new KeyOutcome.Unproven())));
    }

    private Uni<KeyOutcome> keep(Transaction transaction, Caller caller, PublicKey key, String words, String what) {
        var at = SqlTime.of(clock.instant());
        return transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(caller.id().value(), key.kid(), key.jwk(), at))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(WORDS)
                        .execute(Tuple.of(Ids.random(), caller.id().value(), words, at)))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory(what, caller.id().value(), key.kid(), clock.instant())))
                .replaceWith(new KeyOutcome.Kept(key.kid()));
    }
}
