package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Keeps the marks of a report's terms in place of those before, as its holder's browser made them, and says which reports share some. */
@ApplicationScoped
class CompareReport {

    private static final String TODAY =
            "SELECT kid FROM link_key WHERE organisation = $1 ORDER BY generation DESC LIMIT 1";

    /** Those that are gone, those under another key, and those that are new; the count of all is 0 where nothing changed. */
    private static final String KEEP = """
            WITH gone AS (
                DELETE FROM link_term t USING link_key k
                WHERE t.report_id = $1 AND k.kid = t.link_kid AND k.organisation = $2
                    AND NOT (t.link_kid = $3 AND t.mark = ANY ($4)) RETURNING 1),
            added AS (
                INSERT INTO link_term (report_id, link_kid, mark) SELECT DISTINCT $1, $3, m FROM unnest($4) AS m
                ON CONFLICT DO NOTHING RETURNING 1)
            SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM added) AS changes""";

    private final Transactions transactions;
    private final HoldReports holdReports;
    private final ReadLinks readLinks;
    private final CaseJournal journal;
    private final Clock clock;

    CompareReport(
            Transactions transactions, HoldReports holdReports, ReadLinks readLinks, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.holdReports = holdReports;
        this.readLinks = readLinks;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<CompareOutcome> compare(Caller caller, ReportId report, MarksForm form) {
        return transactions.commit(transaction -> holdReports
                .one(transaction.connection(), caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(new CompareOutcome.NotYours())
                        : compare(transaction, caller, view.get(), form)));
    }

    private Uni<CompareOutcome> compare(Transaction transaction, Caller caller, CaseView view, MarksForm form) {
        if (!caller.handle().equals(view.claimedBy())) {
            return Uni.createFrom().item(new CompareOutcome.ClaimNeeded());
        }
        return isOfToday(transaction.connection(), caller, form)
                .chain(isOfToday -> isOfToday
                        ? keep(transaction, caller, view.id(), form)
                                .chain(() -> readLinks.of(transaction.connection(), caller, view.id(), form.earlier()))
                                .map(CompareOutcome.Compared::new)
                        : Uni.createFrom().item(new CompareOutcome.KeyReplaced()));
    }

    private static Uni<Boolean> isOfToday(SqlClient transaction, Caller caller, MarksForm form) {
        return transaction
                .preparedQuery(TODAY)
                .execute(Tuple.of(caller.organisation().value()))
                .map(rows -> rows.size() == 1
                        && rows.iterator().next().getString("kid").equals(form.kid()));
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, ReportId report, MarksForm form) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(
                report.value(),
                caller.organisation().value(),
                form.kid(),
                form.marks().toArray(String[]::new));
        return transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(values)
                .chain(rows -> rows.iterator().next().getLong("changes") == 0
                        ? Uni.createFrom().voidItem()
                        : journal.write(transaction, "link-compared", caller.id(), new CaseUpdated(report, now)));
    }
}
