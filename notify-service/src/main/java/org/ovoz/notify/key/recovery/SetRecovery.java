package org.ovoz.notify.key.recovery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.key.PublicKey;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Keeps an organisation's recovery key in place of the one before, and what is sealed to it. The coordinators hear of a new one. */
@ApplicationScoped
class SetRecovery {

    private static final String HOLD = "SELECT 1 FROM organisation WHERE id = $1 FOR UPDATE";
    private static final String DROP = "DELETE FROM recovery_key WHERE organisation = $1";
    private static final String KEEP = """
            INSERT INTO recovery_key (organisation, kid, public_key, shares, needed, made_by, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String PACK = """
            INSERT INTO recovery_package (team, kid, organisation, jwe, admission)
            SELECT t.id, $2, r.organisation, $4, $5 FROM team t JOIN recovery_key r ON r.organisation = t.organisation
            WHERE t.id = $1 AND t.organisation = $3
            ON CONFLICT (team, kid) DO UPDATE SET jwe = excluded.jwe, admission = excluded.admission""";
    private static final String DRILLED =
            "UPDATE recovery_key SET drilled_at = $2 WHERE organisation = $1 RETURNING kid";

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    SetRecovery(Transactions transactions, RaiseNotice raiseNotice, EndNotice endNotice, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.audit = audit;
        this.clock = clock;
    }

    /** False for a key, shares or teams that cannot be. */
    Uni<Boolean> set(Caller caller, RecoveryForm form) {
        Optional<PublicKey> key = PublicKey.of(form.publicKey());
        boolean fits = key.isPresent()
                && form.needed() <= form.shares()
                && form.packages().stream().allMatch(one -> caller.teams().contains(one.team()));
        return fits
                ? transactions.commit(transaction ->
                        keep(transaction, caller, key.get(), form).replaceWith(true))
                : Uni.createFrom().item(false);
    }

    /** One more team, or the next key of one. False for a team that is none of the caller's, or while there is no recovery key. */
    Uni<Boolean> add(Caller caller, PackageForm form) {
        return caller.teams().contains(form.team())
                ? transactions.commit(transaction -> pack(transaction, caller, form))
                : Uni.createFrom().item(false);
    }

    /** The papers brought it back. False while there is none. */
    Uni<Boolean> drilled(Caller caller) {
        String organisation = caller.organisation().value();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(DRILLED)
                .execute(Tuple.of(organisation, SqlTime.of(clock.instant())))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : over(transaction, rows.iterator().next().getString("kid"))
                                .chain(() -> note(transaction, caller, "recovery-drilled"))
                                .replaceWith(true)));
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, PublicKey key, RecoveryForm form) {
        String organisation = caller.organisation().value();
        return transaction
                .connection()
                .preparedQuery(HOLD)
                .execute(Tuple.of(organisation))
                .chain(() -> transaction.connection().preparedQuery(DROP).execute(Tuple.of(organisation)))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(KEEP)
                        .execute(Tuple.tuple()
                                .addString(organisation)
                                .addString(key.kid())
                                .addString(key.jwk())
                                .addInteger(form.shares())
                                .addInteger(form.needed())
                                .addUUID(caller.id().value())
                                .addOffsetDateTime(SqlTime.of(clock.instant()))))
                .chain(() -> Multi.createFrom()
                        .iterable(form.packages())
                        .onItem()
                        .transformToUniAndConcatenate(one -> pack(transaction, caller, one))
                        .collect()
                        .last())
                .chain(() ->
                        raiseNotice.raise(transaction, NoticeKind.RECOVERY_REPLACED, key.kid(), caller.organisation()))
                .chain(() -> note(transaction, caller, "recovery-made"));
    }

    private static Uni<Boolean> pack(Transaction transaction, Caller caller, PackageForm form) {
        return transaction
                .connection()
                .preparedQuery(PACK)
                .execute(Tuple.of(
                        form.team().value(), form.kid(), caller.organisation().value(), form.jwe(), form.admission()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whoever was told of a new key sees that its papers are there. */
    private Uni<Void> over(Transaction transaction, String kid) {
        return endNotice.end(transaction, NoticeKind.RECOVERY_REPLACED, kid);
    }

    private Uni<Void> note(Transaction transaction, Caller caller, String what) {
        return audit.append(
                transaction.connection(),
                AuditEntry.ofDirectory(
                        what, caller.id().value(), caller.organisation().value(), clock.instant()));
    }
}
