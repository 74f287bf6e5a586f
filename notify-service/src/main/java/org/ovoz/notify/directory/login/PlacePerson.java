package org.ovoz.notify.directory.login;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.HeldWork;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The desk's half of moving a person: what they hold and do not see any more is given back. */
@ApplicationScoped
public class PlacePerson {

    private static final String PLACE = """
            UPDATE person p SET organisation = o.id, teams = $3 FROM organisation o
            WHERE p.subject = $1 AND p.state <> 'removed' AND o.id = $2
              AND NOT EXISTS (SELECT 1 FROM unnest($3::text[]) AS wanted (id)
                              LEFT JOIN team t ON t.id = wanted.id AND t.organisation = $2 WHERE t.id IS NULL)
            RETURNING p.id""";

    private final Transactions transactions;
    private final SeenLogins seenLogins;
    private final List<HeldWork> work;
    private final AuditLog audit;
    private final Clock clock;

    PlacePerson(
            Transactions transactions, SeenLogins seenLogins, @All List<HeldWork> work, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.seenLogins = seenLogins;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * False when the organisation or a team of it does not exist; then nothing is changed.
     *
     * @param by nobody when the login server said so
     */
    public Uni<Boolean> place(String subject, Login.Place place, @Nullable UUID by) {
        String[] teams = place.teams().stream().sorted().toArray(String[]::new);
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(PLACE)
                .execute(Tuple.of(subject, place.organisation(), teams))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : seenLogins
                                .write(transaction.connection(), subject, place)
                                .chain(() -> giveBack(
                                        transaction,
                                        new PersonId(rows.iterator().next().getUUID("id"))))
                                .chain(() -> audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory("person-moved", by, subject, clock.instant())))
                                .replaceWith(true)));
    }

    private Uni<Void> giveBack(Transaction transaction, PersonId person) {
        return Multi.createFrom()
                .iterable(work)
                .onItem()
                .transformToUniAndConcatenate(held -> held.giveBackUnseen(transaction, person))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
