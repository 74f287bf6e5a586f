package org.ovoz.notify.link.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Keeps an organisation's next key. Of two browsers that make one at once, the database lets one win. */
@ApplicationScoped
class MakeLinkKey {

    private static final String MAKE = """
            INSERT INTO link_key (kid, organisation, generation, made_by, made_at)
            SELECT $1, $2, $3, $4, $5
            WHERE $3 = 1 + coalesce((SELECT max(generation) FROM link_key WHERE organisation = $2), 0)
            ON CONFLICT DO NOTHING""";

    private final Transactions transactions;
    private final CheckVouches checkVouches;
    private final KeepVouches keepVouches;
    private final AuditLog audit;
    private final Clock clock;

    MakeLinkKey(
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

    Uni<LinkKeyOutcome> make(Caller caller, LinkKeyForm form) {
        CheckVouches.Key key = new CheckVouches.Key(form.kid(), form.generation());
        return transactions.commit(transaction -> checkVouches
                .check(transaction.connection(), caller, key, form.vouches())
                .chain(vouches -> vouches.isEmpty()
                        ? Uni.createFrom().item(new LinkKeyOutcome.Refused())
                        : make(transaction, caller, form)
                                .chain(made -> made
                                        ? keepVouches
                                                .keep(transaction.connection(), form.kid(), vouches.get())
                                                .replaceWith(new LinkKeyOutcome.Kept())
                                        : Uni.createFrom().item(new LinkKeyOutcome.AlreadyMade()))));
    }

    private Uni<Boolean> make(Transaction transaction, Caller caller, LinkKeyForm form) {
        return transaction
                .connection()
                .preparedQuery(MAKE)
                .execute(Tuple.of(
                        form.kid(),
                        caller.organisation().value(),
                        form.generation(),
                        caller.id().value(),
                        SqlTime.of(clock.instant())))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory(
                                                "link-key-made", caller.id().value(), form.kid(), clock.instant()))
                                .replaceWith(true));
    }
}
