package org.ovoz.notify.language;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.ClaimReleased;
import org.ovoz.contracts.desk.LanguageCorrected;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.handover.Pass;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * The holder says which language and region a report really is of. Whom it is sealed to is not the desk's to say: a grant order lets other
 * teams in.
 */
@ApplicationScoped
class CorrectLanguage {

    private static final String CORRECT = """
            UPDATE report_case SET language = $3, region = $4
            WHERE id = $1 AND claimed_by = $2 AND lease_until > $5 AND closed_at IS NULL
            RETURNING id""";
    private static final String GIVE_BACK = """
            UPDATE report_case SET claimed_by = NULL, claimed_at = NULL, lease_until = NULL WHERE id = $1 AND claimed_by = $2""";

    private final Transactions transactions;
    private final Cases cases;
    private final Pass pass;
    private final CaseJournal journal;
    private final Clock clock;

    CorrectLanguage(Transactions transactions, Cases cases, Pass pass, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.pass = pass;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<CorrectOutcome> correct(Caller caller, ReportId report, LanguageForm form) {
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .chain(view -> view.isEmpty()
                        ? Uni.createFrom().item(new CorrectOutcome.NotYours())
                        : correct(transaction, caller, report, form)));
    }

    private Uni<CorrectOutcome> correct(Transaction transaction, Caller caller, ReportId report, LanguageForm form) {
        Instant now = clock.instant();
        SqlClient connection = transaction.connection();
        return connection
                .preparedQuery(CORRECT)
                .execute(Tuple.of(
                        report.value(),
                        caller.id().value(),
                        form.language().value(),
                        form.region().value(),
                        SqlTime.of(now)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(new CorrectOutcome.ClaimNeeded())
                        : journal.write(
                                        transaction,
                                        "language-corrected",
                                        caller.id(),
                                        new LanguageCorrected(report, caller.id(), form.language(), form.region(), now))
                                .chain(() -> form.passOn()
                                        ? passOn(transaction, caller, report, now)
                                        : Uni.createFrom().voidItem())
                                .chain(() -> cases.one(connection, caller, report))
                                .map(view -> new CorrectOutcome.Corrected(view.orElseThrow())));
    }

    private Uni<Void> passOn(Transaction transaction, Caller caller, ReportId report, Instant now) {
        return transaction
                .connection()
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(report.value(), caller.id().value()))
                .chain(() -> journal.write(
                        transaction, "claim-released", caller.id(), new ClaimReleased(report, caller.id(), now)))
                .chain(() -> pass.on(transaction, report));
    }
}
