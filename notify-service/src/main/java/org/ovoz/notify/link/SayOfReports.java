package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Somebody who sees two reports says whether they are of one place, or takes back what was said. Nothing of either changes by it. */
@ApplicationScoped
class SayOfReports {

    private static final String SAY = """
            INSERT INTO case_link (id, organisation, report_a, report_b, verdict, said_by, said_at)
            VALUES ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $5, $6, $7)
            ON CONFLICT (organisation, report_a, report_b) WHERE ended_at IS NULL DO NOTHING""";
    private static final String HOLDS = """
            SELECT verdict FROM case_link WHERE organisation = $1 AND report_a = least($2::uuid, $3::uuid)
                AND report_b = greatest($2::uuid, $3::uuid) AND ended_at IS NULL""";
    private static final String END = """
            UPDATE case_link SET ended_at = $4, ended_by = $5
            WHERE organisation = $1 AND report_a = least($2::uuid, $3::uuid) AND report_b = greatest($2::uuid, $3::uuid)
                AND ended_at IS NULL RETURNING id""";

    private final Transactions transactions;
    private final HoldReports holdReports;
    private final CaseJournal journal;
    private final Clock clock;

    SayOfReports(Transactions transactions, HoldReports holdReports, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.holdReports = holdReports;
        this.journal = journal;
        this.clock = clock;
    }

    /** The same once more is the same. */
    Uni<SayOutcome> say(Caller caller, ReportId report, ReportId other, Verdict verdict) {
        return report.equals(other)
                ? Uni.createFrom().item(new SayOutcome.Itself())
                : transactions.commit(transaction -> holdReports
                        .both(transaction.connection(), caller, report, other)
                        .chain(both -> both
                                ? keep(transaction, caller, report, other, verdict)
                                : Uni.createFrom().item(new SayOutcome.NotYours())));
    }

    /** False where nothing holds of the two, or one is not there for the caller. */
    Uni<Boolean> end(Caller caller, ReportId report, ReportId other) {
        return transactions.commit(transaction -> holdReports
                .both(transaction.connection(), caller, report, other)
                .chain(both -> both
                        ? end(transaction, caller, report, other)
                        : Uni.createFrom().item(false)));
    }

    private Uni<SayOutcome> keep(
            Transaction transaction, Caller caller, ReportId report, ReportId other, Verdict verdict) {
        UUID id = Ids.random();
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addString(caller.organisation().value())
                .addUUID(report.value())
                .addUUID(other.value())
                .addString(verdict.word())
                .addUUID(caller.id().value())
                .addOffsetDateTime(SqlTime.of(clock.instant()));
        return transaction
                .connection()
                .preparedQuery(SAY)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? holds(transaction, caller, report, other, verdict)
                        : note(transaction, caller, report, other, id, verdict).replaceWith(new SayOutcome.Said()));
    }

    private static Uni<SayOutcome> holds(
            Transaction transaction, Caller caller, ReportId report, ReportId other, Verdict verdict) {
        return transaction
                .connection()
                .preparedQuery(HOLDS)
                .execute(Tuple.of(caller.organisation().value(), report.value(), other.value()))
                .map(rows -> rows.iterator().next().getString("verdict").equals(verdict.word())
                        ? new SayOutcome.Said()
                        : new SayOutcome.SaidOtherwise());
    }

    private Uni<Boolean> end(Transaction transaction, Caller caller, ReportId report, ReportId other) {
        Tuple values = Tuple.of(
                caller.organisation().value(),
                report.value(),
                other.value(),
                SqlTime.of(clock.instant()),
                caller.id().value());
        return transaction.connection().preparedQuery(END).execute(values).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(false);
            }
            UUID link = rows.iterator().next().getUUID("id");
            return write(transaction, caller, report, link, "link-ended")
                    .chain(() -> write(transaction, caller, other, link, "link-ended"))
                    .replaceWith(true);
        });
    }

    private Uni<Void> note(
            Transaction transaction, Caller caller, ReportId report, ReportId other, UUID link, Verdict verdict) {
        String what = verdict == Verdict.SAME ? "link-confirmed" : "link-refused";
        return write(transaction, caller, report, link, what)
                .chain(() -> write(transaction, caller, other, link, what));
    }

    /** Neither report's audit names the other one: it outlives them both. */
    private Uni<Void> write(Transaction transaction, Caller caller, ReportId report, UUID link, String what) {
        Instant now = clock.instant();
        return journal.write(transaction, what, caller.id(), link.toString(), new CaseUpdated(report, now));
    }
}
