package org.ovoz.notify.key.recovery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Seals one more team to a recovery key, or the next key of one. */
@ApplicationScoped
class AddPackage {

    private static final String THERE = "SELECT 1 FROM recovery_key WHERE kid = $1 AND organisation = $2";

    private final Transactions transactions;
    private final Packages packages;
    private final AuditLog audit;
    private final Clock clock;

    AddPackage(Transactions transactions, Packages packages, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.packages = packages;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<RecoveryOutcome> add(Caller caller, AddedPackageForm form) {
        return caller.teams().contains(form.team())
                ? transactions.commit(transaction -> packages.hold(transaction.connection(), caller.organisation())
                        .chain(() -> transaction
                                .connection()
                                .preparedQuery(THERE)
                                .execute(Tuple.of(
                                        form.recoveryKid(),
                                        caller.organisation().value())))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(new RecoveryOutcome.Replaced())
                                : add(transaction, caller, form)))
                : Uni.createFrom().item(new RecoveryOutcome.NotYours());
    }

    private Uni<RecoveryOutcome> add(Transaction transaction, Caller caller, AddedPackageForm form) {
        List<PackageForm> one = List.of(form.asPackage());
        return packages.refusal(transaction.connection(), caller, form.recoveryKid(), one)
                .chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(refusal.get())
                        : packages.keep(transaction.connection(), form.recoveryKid(), one)
                                .chain(() -> note(transaction, caller, form))
                                .replaceWith(new RecoveryOutcome.Kept()));
    }

    private Uni<Void> note(Transaction transaction, Caller caller, AddedPackageForm form) {
        return audit.append(
                transaction.connection(),
                AuditEntry.ofDirectory(
                        "recovery-package-added",
                        caller.id().value(),
                        form.recoveryKid() + " " + form.team(),
                        clock.instant()));
    }
}
