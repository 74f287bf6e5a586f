package org.ovoz.notify.block;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.dispatch.climb.MuteLadder;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Another person of the same organisation agrees: alerts rest from now on until the time is over. What the reporter writes is taken and
 * waits in the queue as ever; nothing that was acknowledged is lost.
 */
@ApplicationScoped
class ConfirmBlock {

    private static final String CONFIRM = """
            UPDATE reporter_block SET confirmed_by = $2, confirmed_at = $3, until_at = $3::timestamptz + make_interval(days => days)
            WHERE report_id = $1 AND ended_at IS NULL AND confirmed_at IS NULL AND proposed_by <> $2 AND organisation = $4""";

    private final Transactions transactions;
    private final Blockable blockable;
    private final MuteLadder muteLadder;
    private final CaseJournal journal;
    private final Clock clock;

    ConfirmBlock(
            Transactions transactions, Blockable blockable, MuteLadder muteLadder, CaseJournal journal, Clock clock) {
        this.transactions = transactions;
        this.blockable = blockable;
        this.muteLadder = muteLadder;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<BlockOutcome> confirm(Caller caller, ReportId report) {
        return transactions.commit(transaction ->
                blockable.lock(transaction, caller, report).chain(view -> confirm(transaction, caller, view)));
    }

    private Uni<BlockOutcome> confirm(Transaction transaction, Caller caller, Optional<CaseView> view) {
        if (view.isEmpty()) {
            return Uni.createFrom().item(new BlockOutcome.NotYours());
        }
        CaseView.Block block = view.get().block();
        if (block != null && !block.confirmed() && block.by().equals(caller.handle())) {
            return Uni.createFrom().item(new BlockOutcome.YourOwn());
        }
        Optional<BlockOutcome> obstacle = Blockable.obstacle(view.get());
        return obstacle.isPresent()
                ? Uni.createFrom().item(obstacle.get())
                : confirm(transaction, caller, view.get().id());
    }

    private Uni<BlockOutcome> confirm(Transaction transaction, Caller caller, ReportId report) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(
                report.value(),
                caller.id().value(),
                SqlTime.of(now),
                caller.organisation().value());
        return transaction.connection().preparedQuery(CONFIRM).execute(values).chain(rows -> {
            if (rows.rowCount() == 0) {
                return Uni.createFrom().item(new BlockOutcome.NothingThere());
            }
            return muteLadder
                    .mute(transaction, report)
                    .chain(() ->
                            journal.write(transaction, "block-confirmed", caller.id(), new CaseUpdated(report, now)))
                    .chain(() -> blockable.done(transaction, caller, report));
        });
    }
}
