package org.ovoz.notify.block;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** What holds for every step of a block: the case's row puts people in line, and what ran out is out of the way. */
@ApplicationScoped
class Blockable {

    private static final String LOCK = "SELECT 1 FROM report_case WHERE id = $1 FOR NO KEY UPDATE";
    private static final String OVER =
            "UPDATE reporter_block SET ended_at = until_at WHERE report_id = $1 AND ended_at IS NULL AND until_at <= $2";

    private final Cases cases;
    private final Clock clock;

    Blockable(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** The case as the caller sees it, locked; empty where it is not there for them. */
    Uni<Optional<CaseView>> lock(Transaction transaction, Caller caller, ReportId report) {
        return transaction
                .connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(report.value()))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(OVER)
                        .execute(Tuple.of(report.value(), SqlTime.of(clock.instant()))))
                .chain(() -> cases.one(transaction.connection(), caller, report));
    }

    Uni<BlockOutcome> done(Transaction transaction, Caller caller, ReportId report) {
        return cases.one(transaction.connection(), caller, report)
                .map(view -> view.<BlockOutcome>map(BlockOutcome.Done::new).orElseGet(BlockOutcome.NotYours::new));
    }

    /** Why this report cannot be blocked now. */
    static Optional<BlockOutcome> obstacle(CaseView view) {
        if (view.danger() || view.child()) {
            return Optional.of(new BlockOutcome.Protected());
        }
        return !view.opened() || view.readBy() != null ? Optional.of(new BlockOutcome.Unread()) : Optional.empty();
    }
}
