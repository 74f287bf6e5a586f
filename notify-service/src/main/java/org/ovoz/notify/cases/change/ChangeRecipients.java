package org.ovoz.notify.cases.change;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.RecipientsChanged;
import org.ovoz.notify.directory.HeldWork;
import org.ovoz.transport.inbox.PoisonEvent;
import org.ovoz.transport.transaction.Transaction;

/** Other teams read the report from now on. Whoever holds it and is in none of them any more gives it back. */
@ApplicationScoped
class ChangeRecipients {

    private static final String LOCK = "SELECT claimed_by FROM report_case WHERE id = $1 FOR NO KEY UPDATE";
    private static final String OUT = "DELETE FROM case_team WHERE report_id = $1 AND team <> ALL ($2)";
    private static final String IN = """
            INSERT INTO case_team (report_id, team, addressed_as)
            SELECT $1, team, addressed_as FROM unnest($2::text[], $3::text[]) AS a (team, addressed_as)
            ON CONFLICT (report_id, team) DO UPDATE SET addressed_as = excluded.addressed_as""";

    private final CaseJournal journal;
    private final List<HeldWork> held;

    ChangeRecipients(CaseJournal journal, @All List<HeldWork> held) {
        this.journal = journal;
        this.held = held;
    }

    /** Fails with {@link PoisonEvent} for a report that the desk does not have. */
    Uni<Void> change(Transaction transaction, RecipientsChanged event) {
        return transaction
                .connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(event.reportId().value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new PoisonEvent("unknown-report");
                    }
                    return new Held(rows.iterator().next().getUUID("claimed_by"));
                })
                .call(() -> write(transaction.connection(), event))
                .call(() -> journal.write(
                        transaction, "recipients-changed", null, new CaseUpdated(event.reportId(), event.at())))
                .chain(holder -> giveBack(transaction, holder));
    }

    private static Uni<Void> write(SqlClient connection, RecipientsChanged event) {
        UUID report = event.reportId().value();
        String[] teams =
                event.addressed().stream().map(one -> one.team().value()).toArray(String[]::new);
        String[] as = event.addressed().stream()
                .map(Addressed::as)
                .map(OpenCase::word)
                .toArray(String[]::new);
        return connection
                .preparedQuery(OUT)
                .execute(Tuple.of(report, teams))
                .chain(() -> connection.preparedQuery(IN).execute(Tuple.of(report, teams, as)))
                .replaceWithVoid();
    }

    private Uni<Void> giveBack(Transaction transaction, Held holder) {
        if (holder.person() == null) {
            return Uni.createFrom().voidItem();
        }
        PersonId person = new PersonId(holder.person());
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToUniAndConcatenate(work -> work.giveBackUnseen(transaction, person))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private record Held(@Nullable UUID person) {}
}
