package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.desk.ReportClosed;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** The report leaves the queue; whoever held it holds it no more. Closing a closed one changes nothing. */
@ApplicationScoped
public class CloseCase {

    private static final String CLOSE = """
            UPDATE report_case SET closed_at = $2, claimed_by = NULL, claimed_at = NULL, lease_until = NULL, read_by = NULL
            WHERE id = $1 AND closed_at IS NULL""";

    private final ShortIds shortIds;
    private final CaseJournal journal;

    CloseCase(ShortIds shortIds, CaseJournal journal) {
        this.shortIds = shortIds;
        this.journal = journal;
    }

    public Uni<Void> close(Transaction transaction, ReportId report, @Nullable PersonId who, Instant at) {
        return transaction
                .connection()
                .preparedQuery(CLOSE)
                .execute(Tuple.of(report.value(), SqlTime.of(at)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : shortIds.giveBack(transaction.connection(), report)
                                .chain(() -> journal.write(
                                        transaction, "report-closed", who, new ReportClosed(report, at))));
    }
}
