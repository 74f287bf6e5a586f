package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Whoever holds a report offers it to another team that can read it already. They hold it until it is taken. */
@ApplicationScoped
class OfferHandover {

    private static final String LET_IN = """
            SELECT 1 FROM case_team a JOIN team t ON t.id = a.team AND NOT t.suspended
            WHERE a.report_id = $1 AND a.team = $2 AND a.addressed_as <> 'escalation'""";
    private static final String OFFER = """
            INSERT INTO handover (id, report_id, from_team, from_person, to_team, leaves, offered_at, accept_by, tell_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)""";
    private static final String WATCH =
            "UPDATE report_case SET lease_until = greatest(lease_until, $2) WHERE id = $1 AND claimed_by IS NOT NULL";

    private final Transactions transactions;
    private final Cases cases;
    private final TellTeam tellTeam;
    private final CaseJournal journal;
    private final OfferTimes times;
    private final Clock clock;

    OfferHandover(
            Transactions transactions,
            Cases cases,
            TellTeam tellTeam,
            CaseJournal journal,
            OfferTimes times,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.tellTeam = tellTeam;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    Uni<OfferOutcome> offer(Caller caller, ReportId report, HandoverForm form) {
        Instant now = clock.instant();
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(new OfferOutcome.NotYours())
                        : OfferedCase.lock(transaction.connection(), report, now)
                                .chain(found -> offer(transaction, caller, view.get(), found.orElseThrow(), form))));
    }

    private Uni<OfferOutcome> offer(
            Transaction transaction, Caller caller, CaseView view, OfferedCase found, HandoverForm form) {
        if (found.closed()) {
            return Uni.createFrom().item(new OfferOutcome.ReportClosed());
        }
        if (!found.isHeldBy(caller.id())) {
            return Uni.createFrom().item(new OfferOutcome.ClaimNeeded());
        }
        if (found.offer() != null) {
            return Uni.createFrom().item(new OfferOutcome.AlreadyOffered());
        }
        Optional<TeamId> from = view.teams().stream()
                .filter(caller.teams()::contains)
                .filter(team -> !team.equals(form.team()))
                .findFirst();
        if (from.isEmpty()) {
            return Uni.createFrom().item(new OfferOutcome.OwnTeam());
        }
        return isLetIn(transaction.connection(), found.report(), form.team())
                .chain(letIn -> letIn
                        ? write(transaction, caller, found, from.get(), form)
                                .chain(() -> cases.one(transaction.connection(), caller, found.report()))
                                .map(after -> new OfferOutcome.Offered(after.orElseThrow()))
                        : Uni.createFrom().item(new OfferOutcome.NotLetIn()));
    }

    private static Uni<Boolean> isLetIn(SqlClient connection, ReportId report, TeamId team) {
        return connection
                .preparedQuery(LET_IN)
                .execute(Tuple.of(report.value(), team.value()))
                .map(rows -> rows.size() > 0);
    }

    private Uni<Void> write(Transaction transaction, Caller caller, OfferedCase found, TeamId from, HandoverForm form) {
        UUID id = Ids.random();
        Instant now = clock.instant();
        Instant by = now.plus(found.danger() ? times.acceptWithinDanger() : times.acceptWithin());
        ReportId report = found.report();
        SqlClient connection = transaction.connection();
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addUUID(report.value())
                .addString(from.value())
                .addUUID(caller.id().value())
                .addString(form.team().value())
                .addBoolean(form.leaves())
                .addOffsetDateTime(SqlTime.of(now))
                .addOffsetDateTime(SqlTime.of(by));
        return connection
                .preparedQuery(OFFER)
                .execute(values)
                .chain(() -> connection
                        .preparedQuery(WATCH)
                        .execute(Tuple.of(report.value(), SqlTime.of(by.plus(times.watch())))))
                .chain(() -> journal.write(transaction, "handover-offered", caller.id(), new CaseUpdated(report, now)))
                .chain(() -> tellTeam.tell(transaction, found, id, form.team()));
    }
}
