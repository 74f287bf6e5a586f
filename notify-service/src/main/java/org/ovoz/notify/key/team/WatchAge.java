package org.ovoz.notify.key.team;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** An admission ends with the keys it was made for. So these do not live for ever: their coordinators are told when they are a year old. */
@ApplicationScoped
class WatchAge {

    private static final String TEAMS =
            "SELECT id, organisation, keys_since < $1 AS old FROM team WHERE keys_kept AND NOT suspended ORDER BY id";

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final KeyAgeSettings settings;
    private final Clock clock;

    WatchAge(
            Transactions transactions,
            RaiseNotice raiseNotice,
            EndNotice endNotice,
            KeyAgeSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.keys.watch-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        var limit = SqlTime.of(clock.instant().minus(settings.renewAfter()));
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(TEAMS)
                .execute(Tuple.of(limit))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> look(transaction, row))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<Void> look(Transaction transaction, Row row) {
        String team = row.getString("id");
        return row.getBoolean("old")
                ? raiseNotice
                        .raise(
                                transaction,
                                NoticeKind.KEYS_OLD,
                                team,
                                new OrganisationId(row.getString("organisation")))
                        .replaceWithVoid()
                : endNotice.end(transaction, NoticeKind.KEYS_OLD, team);
    }
}
