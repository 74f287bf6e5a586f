package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.ReportId;
import org.ovoz.transport.transaction.Transaction;

/** A closed case is in the queue again, under a short id of its own. */
@ApplicationScoped
public class ReopenCase {

    private static final String REOPEN =
            "UPDATE report_case SET closed_at = NULL, closed_for = NULL, short_id = $2 WHERE id = $1";

    private final ShortIds shortIds;
    private final MarkUnread markUnread;

    ReopenCase(ShortIds shortIds, MarkUnread markUnread) {
        this.shortIds = shortIds;
        this.markUnread = markUnread;
    }

    Uni<Void> reopen(SqlClient transaction, ReportId report) {
        return shortIds.take(transaction, report)
                .chain(shortId -> transaction
                        .preparedQuery(REOPEN)
                        .execute(Tuple.of(report.value(), shortId))
                        .replaceWithVoid());
    }

    /** Somebody has to look at it; the ladder is the sweeper's. The transaction holds the case's row locked, and tells that it has changed. */
    public Uni<Void> toBeRead(Transaction transaction, ReportId report) {
        return reopen(transaction.connection(), report).chain(() -> markUnread.mark(transaction.connection(), report));
    }
}
