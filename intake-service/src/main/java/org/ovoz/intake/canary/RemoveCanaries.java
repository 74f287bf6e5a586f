package org.ovoz.intake.canary;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.intake.orders.action.EraseReport;
import org.ovoz.transport.transaction.Transactions;

/** What was a test is shredded like a report, some minutes after it came; the event that told of it says which one it was. */
@Singleton
class RemoveCanaries {

    private static final String DUE = """
            SELECT c.id FROM outbox o JOIN conversation c ON c.id = o.key::uuid
            WHERE o.type = '%s' AND o.occurred_at BETWEEN $1 AND $2 AND c.state = 'open' LIMIT 50
            FOR UPDATE OF c SKIP LOCKED""".formatted(EventTypes.nameOf(CanaryReceived.class));

    /** Longer than intake is ever away. */
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final Transactions transactions;
    private final CanaryTimes times;
    private final Clock clock;

    RemoveCanaries(Transactions transactions, CanaryTimes times, Clock clock) {
        this.transactions = transactions;
        this.times = times;
        this.clock = clock;
    }

    @Scheduled(every = "{ovoz.canary.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> remove() {
        OffsetDateTime before = clock.instant().minus(times.keptFor()).atOffset(ZoneOffset.UTC);
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(DUE)
                .execute(Tuple.of(before.minus(LOOKED_BACK), before))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> EraseReport.drop(transaction.connection(), new ReportId(row.getUUID("id"))))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }
}
