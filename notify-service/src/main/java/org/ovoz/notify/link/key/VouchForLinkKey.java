package org.ovoz.notify.link.key;

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

/** Seals a key that is there to a team that came later or has new keys. */
@ApplicationScoped
class VouchForLinkKey {

    private static final String THERE = "SELECT generation FROM link_key WHERE kid = $1 AND organisation = $2";

    private final Transactions transactions;
    private final CheckVouches checkVouches;
    private final KeepVouches keepVouches;
    private final AuditLog audit;
    private final Clock clock;

    VouchForLinkKey(
            Transactions transactions,
            CheckVouches checkVouches,
            KeepVouches keepVouches,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.checkVouches = checkVouches;
        this.keepVouches = keepVouches;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<LinkKeyOutcome> vouch(Caller caller, String kid, List<String> vouches) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(THERE)
                .execute(Tuple.of(kid, caller.organisation().value()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(new LinkKeyOutcome.NoSuchKey());
                    }
                    int generation = rows.iterator().next().getInteger("generation");
                    return vouch(transaction, caller, new CheckVouches.Key(kid, generation), vouches);
                }));
    }

    private Uni<LinkKeyOutcome> vouch(
            Transaction transaction, Caller caller, CheckVouches.Key key, List<String> vouches) {
        return checkVouches
                .check(transaction.connection(), caller, key, vouches)
                .chain(checked -> checked.isEmpty()
                        ? Uni.createFrom().item(new LinkKeyOutcome.Refused())
                        : keepVouches
                                .keep(transaction.connection(), key.kid(), checked.get())
                                .chain(() -> audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory(
                                                "link-key-vouched", caller.id().value(), key.kid(), clock.instant())))
                                .replaceWith(new LinkKeyOutcome.Kept()));
    }
}
