package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.desk.ReportOpened;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** A responder fetched the content: what had come until then counts as read. */
@ApplicationScoped
public class MarkOpened {

    private static final String OPENED = """
            UPDATE report_case SET first_opened_at = coalesce(first_opened_at, $2),
                read_by = CASE WHEN last_wrote_at <= $2 THEN NULL ELSE read_by END
            WHERE id = $1""";

    private final CaseJournal journal;

    MarkOpened(CaseJournal journal) {
        this.journal = journal;
    }

    public Uni<Void> mark(Transaction transaction, ReportId report, PersonId who, Instant at) {
        return transaction
                .connection()
                .preparedQuery(OPENED)
                .execute(Tuple.of(report.value(), SqlTime.of(at)))
                .chain(() -> journal.write(transaction, "report-opened", who, new ReportOpened(report, who, at)));
    }
}
