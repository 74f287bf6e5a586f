package org.ovoz.notify.claim;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.ClaimReleased;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.desk.ReportClaimed;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A coordinator takes a report from somebody of their organisation, for a reason that everybody can see. The case's row puts it in line. */
@ApplicationScoped
public class TakeOverClaim {

    private static final String HELD = """
            SELECT c.id, c.claimed_by, p.handle, p.organisation, c.danger FROM report_case c
            JOIN person p ON p.id = c.claimed_by
            WHERE c.id = $1 AND c.lease_until > $2 FOR NO KEY UPDATE OF c""";
    private static final String MINE = """
            UPDATE report_case SET claimed_by = $2, claimed_at = $3, lease_until = $4, agreed_until = NULL WHERE id = $1""";
    private static final String NOBODYS = """
            UPDATE report_case SET claimed_by = NULL, claimed_at = NULL, lease_until = NULL, agreed_until = NULL WHERE id = $1""";

    private final Transactions transactions;
    private final Cases cases;
    private final CaseJournal journal;
    private final LeaseTimes times;
    private final Clock clock;

    TakeOverClaim(Transactions transactions, Cases cases, CaseJournal journal, LeaseTimes times, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    public Uni<TakeOverOutcome> takeOver(Caller caller, ReportId report, TakeOver wish) {
        if (wish.into() == TakeOver.Into.MY_CLAIM && !caller.roles().contains(Roles.RESPONDER)) {
            return Uni.createFrom().item(new TakeOverOutcome.NoResponder());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(HELD)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .chain(held -> cases.one(transaction.connection(), caller, report)
                        .chain(view -> view.isEmpty()
                                ? Uni.createFrom().item(new TakeOverOutcome.NotYours())
                                : takeOver(transaction, caller, held, wish, now))));
    }

    private Uni<TakeOverOutcome> takeOver(
            Transaction transaction, Caller caller, RowSet<Row> rows, TakeOver wish, Instant now) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(new TakeOverOutcome.HolderChanged());
        }
        Row row = rows.iterator().next();
        Held held = new Held(
                new ReportId(row.getUUID("id")), new PersonId(row.getUUID("claimed_by")), row.getBoolean("danger"));
        if (!row.getString("handle").equals(wish.from()) || held.holder().equals(caller.id())) {
            return Uni.createFrom().item(new TakeOverOutcome.HolderChanged());
        }
        return new OrganisationId(row.getString("organisation")).equals(caller.organisation())
                ? take(transaction, caller, held, wish, now)
                : Uni.createFrom().item(new TakeOverOutcome.OtherOrganisation());
    }

    private Uni<TakeOverOutcome> take(Transaction transaction, Caller caller, Held held, TakeOver wish, Instant now) {
        Uni<Void> taken = switch (wish.into()) {
            case MY_CLAIM -> hold(transaction, caller, held, wish.reason(), now);
            case QUEUE -> giveBack(transaction, caller, held, wish.reason(), now);
        };
        return taken.chain(() -> cases.one(transaction.connection(), caller, held.report()))
                .map(view -> view.<TakeOverOutcome>map(TakeOverOutcome.TakenOver::new)
                        .orElseGet(TakeOverOutcome.NotYours::new));
    }

    /** Told as what it is to whoever follows: one lets go, another holds. */
    private Uni<Void> hold(Transaction transaction, Caller caller, Held held, TakeOverReason reason, Instant now) {
        ReportId report = held.report();
        Instant until = now.plus(held.danger() ? times.danger() : times.ordinary());
        return transaction
                .connection()
                .preparedQuery(MINE)
                .execute(Tuple.of(report.value(), caller.id().value(), SqlTime.of(now), SqlTime.of(until)))
                .chain(() -> takeAway(transaction, held, now))
                .chain(() -> journal.write(
                        transaction,
                        "claim-taken-over",
                        caller.id(),
                        reason.word(),
                        new ReportClaimed(report, caller.id(), until, now)));
    }

    private Uni<Void> giveBack(Transaction transaction, Caller caller, Held held, TakeOverReason reason, Instant now) {
        ReportId report = held.report();
        return transaction
                .connection()
                .preparedQuery(NOBODYS)
                .execute(Tuple.of(report.value()))
                .chain(() -> takeAway(transaction, held, now))
                .chain(() -> journal.write(
                        transaction, "claim-taken-back", caller.id(), reason.word(), new CaseUpdated(report, now)));
    }

    private Uni<Void> takeAway(Transaction transaction, Held held, Instant now) {
        return journal.write(
                transaction, "claim-taken-away", held.holder(), new ClaimReleased(held.report(), held.holder(), now));
    }

    private record Held(ReportId report, PersonId holder, boolean danger) {}
}
