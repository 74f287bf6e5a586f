package org.ovoz.notify.directory.organisation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.login.StopPerson;
import org.ovoz.notify.directory.team.SuspendTeam;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Stops an organisation at once, in one transaction: nobody of it is let in, nothing new is sealed to its teams, what its people held is in
 * the queue, and what only its teams answered is its escalation teams'.
 */
@ApplicationScoped
class SuspendOrganisation {

    private static final String SUSPEND = "UPDATE organisation SET suspended = true WHERE id = $1";
    private static final String TEAMS =
            "SELECT id FROM team WHERE organisation = $1 AND NOT suspended ORDER BY id FOR UPDATE";
    private static final String PEOPLE =
            "SELECT id, subject FROM person WHERE organisation = $1 AND state IN ('invited', 'active') ORDER BY id";

    private final Transactions transactions;
    private final SuspendTeam suspendTeam;
    private final StopPerson stopPerson;
    private final AuditLog audit;
    private final Clock clock;

    SuspendOrganisation(
            Transactions transactions, SuspendTeam suspendTeam, StopPerson stopPerson, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.suspendTeam = suspendTeam;
        this.stopPerson = stopPerson;
        this.audit = audit;
        this.clock = clock;
    }

    /** Doing it again changes nothing, and says again whose sessions are to be ended. */
    Uni<StopOutcome> suspend(String organisation, UUID by) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(SUSPEND)
                .execute(Tuple.of(organisation))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(new StopOutcome.UnknownOrganisation())
                        : stop(transaction, organisation, by)));
    }

    private Uni<StopOutcome> stop(Transaction transaction, String organisation, UUID by) {
        AuditEntry entry = AuditEntry.ofDirectory("organisation-suspended", by, organisation, clock.instant());
        return list(transaction, TEAMS, organisation, row -> new TeamId(row.getString("id")))
                .chain(teams -> list(transaction, PEOPLE, organisation, row -> row)
                        .call(people -> giveBack(transaction, people))
                        .call(() -> suspendTeam.suspend(transaction, teams, by)))
                .call(() -> audit.append(transaction.connection(), entry))
                .map(people -> new StopOutcome.Stopped(
                        people.stream().map(row -> row.getString("subject")).toList()));
    }

    private Uni<Void> giveBack(Transaction transaction, List<Row> people) {
        return Multi.createFrom()
                .iterable(people)
                .onItem()
                .transformToUniAndConcatenate(row -> stopPerson.giveBack(transaction, new PersonId(row.getUUID("id"))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <T> Uni<List<T>> list(
            Transaction transaction, String sql, String organisation, Function<Row, T> read) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(Tuple.of(organisation))
                .map((RowSet<Row> rows) -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }
}
