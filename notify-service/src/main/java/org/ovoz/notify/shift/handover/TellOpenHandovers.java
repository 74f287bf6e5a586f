package org.ovoz.notify.shift.handover;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Puts before the coordinators what nobody accepted shortly before a duty ends; over once it was accepted or nothing is open any more. */
@ApplicationScoped
class TellOpenHandovers {

    private static final String OPEN = "EXISTS (SELECT 1 " + OpenWork.OF_DUTY + ") AND " + OpenWork.ENDS;
    private static final String DUE = """
            SELECT d.id, p.organisation FROM duty d JOIN person p ON p.id = d.person
            WHERE d.ends_at > $1 AND d.ends_at <= $2 AND %s
                AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.kind = $3 AND n.subject = d.id::text AND n.ended_at IS NULL)
            ORDER BY d.ends_at LIMIT 100""".formatted(OPEN);
    private static final String OVER = """
            SELECT d.id, NULL AS organisation FROM notice n JOIN duty d ON d.id::text = n.subject
            WHERE n.kind = $1 AND n.ended_at IS NULL AND NOT (%s) LIMIT 100""".formatted(OPEN);

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final HandoverSettings settings;
    private final Clock clock;

    TellOpenHandovers(
            Transactions transactions,
            RaiseNotice raiseNotice,
            EndNotice endNotice,
            HandoverSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(this::raise).chain(() -> transactions.commit(this::end));
    }

    private Uni<Void> raise(Transaction transaction) {
        Instant now = clock.instant();
        return transaction
                .connection()
                .preparedQuery(DUE)
                .execute(Tuple.of(
                        SqlTime.of(now.minus(settings.shownFor())),
                        SqlTime.of(now.plus(settings.toldFrom())),
                        NoticeKind.HANDOVER_OPEN.word()))
                .chain(rows -> each(
                        rows,
                        row -> raiseNotice.raise(
                                transaction,
                                NoticeKind.HANDOVER_OPEN,
                                row.getUUID("id").toString(),
                                new OrganisationId(row.getString("organisation")))));
    }

    private Uni<Void> end(Transaction transaction) {
        return transaction
                .connection()
                .preparedQuery(OVER)
                .execute(Tuple.of(NoticeKind.HANDOVER_OPEN.word()))
                .chain(rows -> each(
                        rows,
                        row -> endNotice.end(
                                transaction,
                                NoticeKind.HANDOVER_OPEN,
                                row.getUUID("id").toString())));
    }

    private static Uni<Void> each(RowSet<Row> rows, Function<Row, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> work.apply(row).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
