package org.ovoz.intake.orders.action;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.intake.attachment.LetGoOfMedia;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.intake.sealing.ShredKeys;
import org.ovoz.transport.transaction.Transactions;

/**
 * Destroys a report. Its rows go in the order's transaction; then its shred key, in the other cluster, which makes the backups
 * unreadable too; only then it is told. What a crash leaves in between is finished by the next pass.
 */
@Singleton
public class EraseReport {

    private static final Logger LOG = Logger.getLogger(EraseReport.class);

    private static final List<String> STATEMENTS = List.of(
            "DELETE FROM item_grant WHERE report_id = $1",
            "DELETE FROM item_chunk WHERE report_id = $1",
            "DELETE FROM item WHERE report_id = $1",
            "UPDATE conversation SET state = 'shredded', unread_since = NULL WHERE id = $1");

    private static final String UNFINISHED =
            "SELECT id, shred_key FROM conversation WHERE state = 'shredded' AND shredded_at IS NULL";

    private final EraseContact eraseContact;
    private final LetGoOfMedia letGoOfMedia;
    private final ShredKeys shredKeys;
    private final Transactions transactions;
    private final Pool pool;
    private final Clock clock;

    EraseReport(
            EraseContact eraseContact,
            LetGoOfMedia letGoOfMedia,
            ShredKeys shredKeys,
            Transactions transactions,
            Pool pool,
            Clock clock) {
        this.eraseContact = eraseContact;
        this.letGoOfMedia = letGoOfMedia;
        this.shredKeys = shredKeys;
        this.transactions = transactions;
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<OrderAnswer> erase(Work work) {
        SqlConnection sql = work.transaction().connection();
        Uni<Void> dropped = eraseContact
                .drop(work)
                .chain(events -> work.report().contact().erased()
                        ? Uni.createFrom().voidItem()
                        : ReportEvents.tell(work.transaction(), events));
        return dropped.chain(() -> drop(sql, work.report().id())).replaceWith(OrderAnswer.done(Outcome.ERASED));
    }

    /** The rows of a report that has no contact; its key goes with the next pass. */
    public static Uni<Void> drop(SqlClient transaction, ReportId report) {
        Uni<Void> dropped = Uni.createFrom().voidItem();
        for (String statement : STATEMENTS) {
            dropped = dropped.chain(() -> transaction
                    .preparedQuery(statement)
                    .execute(Tuple.of(report.value()))
                    .replaceWithVoid());
        }
        return dropped;
    }

    /** Completes once the key is gone and that is told; does nothing for a report that is not to be shredded. */
    public Uni<Void> finish(ReportId report) {
        return pool.preparedQuery(UNFINISHED + " AND id = $1")
                .execute(Tuple.of(report.value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : finish(rows.iterator().next()));
    }

    @Scheduled(every = "{ovoz.shred.finish-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> finishAll() {
        return pool.query(UNFINISHED)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(this::finish)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "a report is still to be shredded: %s", fault.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> finish(Row row) {
        UUID id = row.getUUID("id");
        UUID key = row.getUUID("shred_key");
        return letGoOfMedia
                .atTheCarrier(new ReportId(id), key)
                .chain(() -> shredKeys.destroy(key))
                .chain(() -> transactions.commit(transaction -> transaction
                        .connection()
                        .preparedQuery("UPDATE conversation SET shredded_at = $2 WHERE id = $1 AND shredded_at IS NULL")
                        .execute(Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC)))
                        .call(() -> LetGoOfMedia.here(transaction.connection(), id))
                        .chain(updated -> updated.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : ReportEvents.tell(
                                        transaction, List.of(new ReportShredded(new ReportId(id), clock.instant()))))));
    }
}
