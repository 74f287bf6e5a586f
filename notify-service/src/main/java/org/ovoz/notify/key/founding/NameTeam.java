package org.ovoz.notify.key.founding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** An administrator says which team there shall be, and who makes its first keys. */
@ApplicationScoped
class NameTeam {

    /** The organisation cannot be suspended meanwhile, nor the founder stopped. */
    private static final String FITS = """
            SELECT EXISTS (SELECT 1 FROM team WHERE id = $1) AS exists,
                EXISTS (SELECT 1 FROM organisation o JOIN person p ON p.organisation = o.id
                    WHERE o.id = $2 AND NOT o.suspended AND p.id = $3 AND p.state IN ('invited', 'active') FOR SHARE) AS fits""";
    /** Keys that were made for other terms, or by somebody else, are none for these. */
    private static final String VOID = """
            DELETE FROM team_founding f USING wanted_team w
            WHERE f.team = $1 AND w.id = f.team AND (w.founder <> $2 OR w.terms <> $3)""";

    private static final String NAME = """
            INSERT INTO wanted_team (id, organisation, founder, terms, named_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation, founder = excluded.founder,
                terms = excluded.terms, named_at = excluded.named_at""";
    private static final String DROP = "DELETE FROM wanted_team WHERE id = $1";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    NameTeam(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<WantedOutcome> name(TeamId team, WantedForm form, UUID by) {
        String organisation = form.terms().organisation().value();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(FITS)
                .execute(Tuple.of(team.value(), organisation, form.founder()))
                .chain(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getBoolean("exists")) {
                        return Uni.createFrom().item(new WantedOutcome.Exists());
                    }
                    return row.getBoolean("fits")
                            ? keep(transaction, team, form, by).replaceWith(new WantedOutcome.Named())
                            : Uni.createFrom().item(new WantedOutcome.Refused());
                }));
    }

    private Uni<Void> keep(Transaction transaction, TeamId team, WantedForm form, UUID by) {
        Instant now = clock.instant();
        String terms = Json.write(form.terms());
        return transaction
                .connection()
                .preparedQuery(VOID)
                .execute(Tuple.of(team.value(), form.founder(), terms))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(NAME)
                        .execute(Tuple.of(
                                team.value(),
                                form.terms().organisation().value(),
                                form.founder(),
                                terms,
                                SqlTime.of(now))))
                .chain(() -> note(transaction, "team-named", team, by));
    }

    /** False when there is none of this id. */
    Uni<Boolean> drop(TeamId team, UUID by) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(DROP)
                .execute(Tuple.of(team.value()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : note(transaction, "wanted-team-dropped", team, by).replaceWith(true)));
    }

    private Uni<Void> note(Transaction transaction, String what, TeamId team, UUID by) {
        return audit.append(transaction.connection(), AuditEntry.ofDirectory(what, by, team.value(), clock.instant()));
    }
}
