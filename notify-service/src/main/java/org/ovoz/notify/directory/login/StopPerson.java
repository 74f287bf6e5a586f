package org.ovoz.notify.directory.login;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.HeldWork;
import org.ovoz.notify.directory.person.ForgetPerson;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The desk's half of suspending and removing, which needs no login server: out at the next call, and what was held is given back. */
@ApplicationScoped
public class StopPerson {

    private static final String SUSPEND = """
            UPDATE person SET state = 'suspended' WHERE subject = $1 AND state IN ('invited', 'active') RETURNING id""";
    /** The row stays without anything of the person's, because the audit refers to its id. */
    private static final String REMOVE = """
            UPDATE person SET state = 'removed', handle = 'removed-' || left(id::text, 8), languages = '{}', teams = '{}',
                roles = '{}', sms = NULL, email = NULL, call = NULL, cover_text = NULL, quiet_from = NULL,
                quiet_until = NULL, zone = NULL, on_call = false
            WHERE subject = $1 AND state <> 'removed' RETURNING id""";

    private final Transactions transactions;
    private final List<HeldWork> work;
    private final ForgetPerson forgetPerson;
    private final AuditLog audit;
    private final Clock clock;

    StopPerson(
            Transactions transactions,
            @All List<HeldWork> work,
            ForgetPerson forgetPerson,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.work = work;
        this.forgetPerson = forgetPerson;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * False when nobody of that subject was let in.
     *
     * @param what the audit's code
     * @param by nobody when the login server said so
     */
    public Uni<Boolean> suspend(String subject, String what, @Nullable UUID by) {
        return transactions.commit(
                transaction -> stop(transaction, SUSPEND, subject, what, by).map(Optional::isPresent));
    }

    /** False when there is nobody (any more). */
    Uni<Boolean> remove(String subject, UUID by) {
        return transactions.commit(transaction -> stop(transaction, REMOVE, subject, "person-removed", by)
                .call(removed -> removed.isPresent()
                        ? forgetPerson.forget(transaction, removed.get())
                        : Uni.createFrom().voidItem())
                .map(Optional::isPresent));
    }

    private Uni<Optional<PersonId>> stop(
            Transaction transaction, String sql, String subject, String what, @Nullable UUID by) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(Tuple.of(subject))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    PersonId person = new PersonId(rows.iterator().next().getUUID("id"));
                    return giveBack(transaction, person)
                            .chain(() -> audit.append(
                                    transaction.connection(),
                                    AuditEntry.ofDirectory(what, by, subject, clock.instant())))
                            .replaceWith(Optional.of(person));
                });
    }

    /** For whoever stops people in a transaction of their own. */
    public Uni<Void> giveBack(Transaction transaction, PersonId person) {
        return Multi.createFrom()
                .iterable(work)
                .onItem()
                .transformToUniAndConcatenate(held -> held.giveBack(transaction, person))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
