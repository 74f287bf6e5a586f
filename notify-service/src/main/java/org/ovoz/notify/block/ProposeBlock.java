package org.ovoz.notify.block;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** One person proposes to block a reporter. Nothing is muted by that. */
@ApplicationScoped
class ProposeBlock {

    private static final String PROPOSE = """
            INSERT INTO reporter_block (id, report_id, organisation, proposed_by, proposed_at, days, until_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)""";

    private final Transactions transactions;
    private final Blockable blockable;
    private final CaseJournal journal;
    private final BlockTimes times;
    private final Clock clock;

    ProposeBlock(Transactions transactions, Blockable blockable, CaseJournal journal, BlockTimes times, Clock clock) {
        this.transactions = transactions;
        this.blockable = blockable;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    /** @param days null for as long as is usual */
    Uni<BlockOutcome> propose(Caller caller, ReportId report, @Nullable Integer days) {
        return transactions.commit(transaction -> blockable
                .lock(transaction, caller, report)
                .chain(view -> propose(transaction, caller, view, days == null ? times.days() : days)));
    }

    private Uni<BlockOutcome> propose(Transaction transaction, Caller caller, Optional<CaseView> view, int days) {
        if (view.isEmpty()) {
            return Uni.createFrom().item(new BlockOutcome.NotYours());
        }
        if (view.get().block() != null) {
            return Uni.createFrom().item(new BlockOutcome.AlreadyThere());
        }
        Optional<BlockOutcome> obstacle = Blockable.obstacle(view.get());
        return obstacle.isPresent()
                ? Uni.createFrom().item(obstacle.get())
                : keep(transaction, caller, view.get().id(), days);
    }

    private Uni<BlockOutcome> keep(Transaction transaction, Caller caller, ReportId report, int days) {
        Instant now = clock.instant();
        Tuple values = Tuple.tuple()
                .addUUID(Ids.random())
                .addUUID(report.value())
                .addString(caller.organisation().value())
                .addUUID(caller.id().value())
                .addOffsetDateTime(SqlTime.of(now))
                .addInteger(days)
                .addOffsetDateTime(SqlTime.of(now.plus(times.proposal())));
        return transaction
                .connection()
                .preparedQuery(PROPOSE)
                .execute(values)
                .chain(() -> journal.write(transaction, "block-proposed", caller.id(), new CaseUpdated(report, now)))
                .chain(() -> blockable.done(transaction, caller, report));
    }
}
