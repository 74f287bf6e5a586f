package org.ovoz.notify.key.team;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Warns while fewer than two people hold a team's key, and when one that was to be replaced was. */
@ApplicationScoped
class WatchHolders {

    private static final int ENOUGH = 2;
    /** Of teams whose keys were kept here ever. Whoever was not vouched for is given no new keys, and does not count. */
    private static final String TEAMS = """
            SELECT t.id, t.organisation, count(a.person) FILTER (WHERE p.state = 'active') AS holders
            FROM team t LEFT JOIN team_key k ON k.team = t.id AND k.kid = t.encryption_kid
            LEFT JOIN person p ON p.id = k.person
            LEFT JOIN admission a ON a.team = k.team AND a.kid = k.kid AND a.person = k.person
            WHERE t.keys_kept AND NOT t.suspended GROUP BY t.id""";

    private static final String REPLACED = """
            SELECT n.subject FROM notice n JOIN team t ON split_part(n.subject, '/', 1) = t.id
            WHERE n.kind = 'rotate-key' AND n.ended_at IS NULL AND split_part(n.subject, '/', 2) <> t.encryption_kid""";

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;

    WatchHolders(Transactions transactions, RaiseNotice raiseNotice, EndNotice endNotice) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
    }

    @Scheduled(
            every = "{ovoz.keys.watch-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(transaction -> each(transaction, TEAMS, this::count)
                .chain(() -> each(
                        transaction,
                        REPLACED,
                        (same, row) -> endNotice.end(same, NoticeKind.ROTATE_KEY, row.getString("subject")))));
    }

    private Uni<Void> count(Transaction transaction, Row row) {
        String team = row.getString("id");
        return row.getLong("holders") < ENOUGH
                ? raiseNotice
                        .raise(
                                transaction,
                                NoticeKind.FEW_HOLDERS,
                                team,
                                new OrganisationId(row.getString("organisation")))
                        .replaceWithVoid()
                : endNotice.end(transaction, NoticeKind.FEW_HOLDERS, team);
    }

    private static Uni<Void> each(Transaction transaction, String sql, Work work) {
        return transaction
                .connection()
                .query(sql)
                .execute()
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> work.on(transaction, row))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private interface Work {
        Uni<Void> on(Transaction transaction, Row row);
    }
}
