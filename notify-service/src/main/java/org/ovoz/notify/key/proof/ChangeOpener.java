package org.ovoz.notify.key.proof;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Adds or removes what opens a person's key, for whoever has it in hand. */
@ApplicationScoped
public class ChangeOpener {

    /** The person cannot change the key meanwhile. */
    private static final String KEY = "SELECT kid FROM person_key WHERE person = $1 FOR SHARE";

    private final Transactions transactions;
    private final Challenges challenges;
    private final AuditLog audit;
    private final Clock clock;

    ChangeOpener(Transactions transactions, Challenges challenges, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.challenges = challenges;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param id of what is added or removed
     * @param what the audit's code
     * @param sql that changes one row, or none when it is refused
     */
    public Uni<OpenerOutcome> change(
            PersonId person, @Nullable String proof, UUID id, String what, String sql, Tuple values) {
        return transactions.commit(transaction -> key(transaction, person)
                .chain(kid -> kid.isEmpty()
                        ? Uni.createFrom().item(new OpenerOutcome.Refused())
                        : challenges
                                .answered(transaction.connection(), person, kid.get(), proof)
                                .chain(proven -> proven
                                        ? change(transaction, person, id, what, sql, values)
                                        : Uni.createFrom().item(new OpenerOutcome.Unproven()))));
    }

    private static Uni<Optional<String>> key(Transaction transaction, PersonId person) {
        return transaction
                .connection()
                .preparedQuery(KEY)
                .execute(Tuple.of(person.value()))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getString("kid")) : Optional.empty();
                });
    }

    private Uni<OpenerOutcome> change(
            Transaction transaction, PersonId person, UUID id, String what, String sql, Tuple values) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(new OpenerOutcome.Refused())
                        : audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory(what, person.value(), id.toString(), clock.instant()))
                                .replaceWith(new OpenerOutcome.Done()));
    }
}
