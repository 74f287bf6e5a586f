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

/**
 * Keeps a recovery key, and what is sealed to it. Of others it takes the place for those teams' keys only: papers of another team stay good. The
 * coordinators hear of a new one.
 */
@ApplicationScoped
class SetRecovery {

    /** The same again, from a browser that did not hear the answer, is the same. */
    private static final String KEEP = """
            INSERT INTO recovery_key AS r (kid, organisation, public_key, shares, needed, made_by, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (kid) DO UPDATE SET shares = excluded.shares, needed = excluded.needed
            WHERE r.organisation = excluded.organisation AND r.made_by = excluded.made_by""";

    private static final String VOID = """
            DELETE FROM recovery_package p USING recovery_key r
            WHERE r.kid = p.recovery_kid AND r.organisation = $1 AND r.kid <> $2 AND EXISTS (
                SELECT 1 FROM recovery_package n WHERE n.recovery_kid = $2 AND n.team = p.team AND n.kid = p.kid)""";
    private static final String DROP_EMPTY = """
            DELETE FROM recovery_key r WHERE r.organisation = $1
                AND NOT EXISTS (SELECT 1 FROM recovery_package p WHERE p.recovery_kid = r.kid) RETURNING r.kid""";

    private final Transactions transactions;
    private final Packages packages;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    SetRecovery(
            Transactions transactions,
            Packages packages,
            RaiseNotice raiseNotice,
            EndNotice endNotice,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.packages = packages;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<RecoveryOutcome> set(Caller caller, RecoveryForm form) {
        Optional<PublicKey> key = PublicKey.of(form.publicKey());
        boolean fits = key.isPresent()
                && form.needed() <= form.shares()
                && form.packages().stream().allMatch(one -> caller.teams().contains(one.team()));
        return fits
                ? transactions.commit(transaction -> packages.hold(transaction.connection(), caller.organisation())
                        .chain(() -> packages.refusal(
                                transaction.connection(), caller, key.get().kid(), form.packages()))
                        .chain(refusal -> refusal.isPresent()
                                ? Uni.createFrom().item(refusal.get())
                                : keep(transaction, caller, key.get(), form)))
                : Uni.createFrom().item(new RecoveryOutcome.Refused());
    }

    private Uni<RecoveryOutcome> keep(Transaction transaction, Caller caller, PublicKey key, RecoveryForm form) {
        Tuple values = Tuple.tuple()
                .addString(key.kid())
                .addString(caller.organisation().value())
                .addString(key.jwk())
                .addInteger(form.shares())
                .addInteger(form.needed())
                .addUUID(caller.id().value())
                .addOffsetDateTime(SqlTime.of(clock.instant()));
        return transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(new RecoveryOutcome.Refused())
                        : packages.keep(transaction.connection(), key.kid(), form.packages())
                                .chain(() -> voidOthers(transaction, caller, key.kid()))
                                .chain(() -> raiseNotice.raise(
                                        transaction, NoticeKind.RECOVERY_REPLACED, key.kid(), caller.organisation()))
                                .chain(() -> audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory(
                                                "recovery-made", caller.id().value(), key.kid(), clock.instant())))
                                .replaceWith(new RecoveryOutcome.Kept()));
    }

    /** One that nothing is sealed to any more is gone, and nobody needs to try its papers. */
    private Uni<Void> voidOthers(Transaction transaction, Caller caller, String kid) {
        String organisation = caller.organisation().value();
        return transaction
                .connection()
                .preparedQuery(VOID)
                .execute(Tuple.of(organisation, kid))
                .chain(() -> transaction.connection().preparedQuery(DROP_EMPTY).execute(Tuple.of(organisation)))
                .chain(dropped -> Multi.createFrom()
                        .iterable(dropped)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> endNotice.end(transaction, NoticeKind.RECOVERY_REPLACED, row.getString("kid")))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
