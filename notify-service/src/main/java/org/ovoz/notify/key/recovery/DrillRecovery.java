package org.ovoz.notify.key.recovery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.key.proof.Challenge;
import org.ovoz.notify.key.proof.Challenges;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The papers brought a recovery key back. That ends the notice of it, unless it was its maker who tried: others have to see the papers, too. */
@ApplicationScoped
class DrillRecovery {

    private static final String KEY = "SELECT public_key FROM recovery_key WHERE kid = $1 AND organisation = $2";
    private static final String MAKER =
            "SELECT made_by FROM recovery_key WHERE kid = $1 AND organisation = $2 FOR UPDATE";
    private static final String DRILLED = "UPDATE recovery_key SET drilled_at = $2 WHERE kid = $1";

    private final Pool pool;
    private final Transactions transactions;
    private final Challenges challenges;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final Clock clock;

    DrillRecovery(
            Pool pool,
            Transactions transactions,
            Challenges challenges,
            EndNotice endNotice,
            AuditLog audit,
            Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.challenges = challenges;
        this.endNotice = endNotice;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nothing when there is no such recovery key of the caller's organisation. */
    Uni<Optional<Challenge>> challenge(Caller caller, String kid) {
        return pool.preparedQuery(KEY)
                .execute(Tuple.of(kid, caller.organisation().value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : challenges
                                .ask(caller.id(), rows.iterator().next().getString("public_key"))
                                .map(Optional::of));
    }

    /** @param proof that the papers brought the key back: whoever has not typed them in reports no drill */
    Uni<DrillOutcome> drilled(Caller caller, String kid, @Nullable String proof) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(MAKER)
                .execute(Tuple.of(kid, caller.organisation().value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new DrillOutcome.NotYours())
                        : challenges
                                .answered(transaction.connection(), caller.id(), kid, proof)
                                .chain(proven -> proven
                                        ? over(
                                                transaction,
                                                caller,
                                                kid,
                                                rows.iterator().next().getUUID("made_by"))
                                        : Uni.createFrom().item(new DrillOutcome.Unproven()))));
    }

    private Uni<DrillOutcome> over(Transaction transaction, Caller caller, String kid, UUID maker) {
        Uni<Void> ended = caller.id().value().equals(maker)
                ? Uni.createFrom().voidItem()
                : endNotice.end(transaction, NoticeKind.RECOVERY_REPLACED, kid);
        return ended.chain(() -> transaction
                        .connection()
                        .preparedQuery(DRILLED)
                        .execute(Tuple.of(kid, SqlTime.of(clock.instant()))))
                .chain(() -> audit.append(
                        transaction.connection(),
                        AuditEntry.ofDirectory("recovery-drilled", caller.id().value(), kid, clock.instant())))
                .replaceWith(new DrillOutcome.Noted());
    }
}
