package org.ovoz.transport.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/** The monthly partitions of the outbox. Without them rows go to the default partition: slower to drop, never lost. */
public final class OutboxPartitions {

    private static final String ONE_AT_A_TIME =
            "SET LOCAL client_min_messages = warning; SET LOCAL lock_timeout = '2s'; SELECT pg_advisory_xact_lock(7311001)";
    private static final String DEFAULT_HOLDS_ROWS = "23514";
    private static final String MADE_MEANWHILE = "42P07";

    private final Pool pool;
    private final Clock clock;

    public OutboxPartitions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Makes the partitions of this month and of the coming ones, if they are not there. Call at start and daily. */
    public Uni<Void> ensure(int comingMonths) {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        return Multi.createFrom()
                .range(0, comingMonths + 1)
                .onItem()
                .transformToUniAndConcatenate(months -> ensure(now.plusMonths(months)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A month whose rows are in the default partition already stays there. */
    private Uni<Void> ensure(YearMonth month) {
        return pool.withTransaction(transaction -> create(transaction, month))
                .onFailure(PgException.class)
                .recoverWithUni(fault -> {
                    String state = ((PgException) fault).getSqlState();
                    return DEFAULT_HOLDS_ROWS.equals(state) || MADE_MEANWHILE.equals(state)
                            ? Uni.createFrom().voidItem()
                            : Uni.createFrom().failure(fault);
                });
    }

    private static Uni<Void> create(SqlConnection transaction, YearMonth month) {
        String sql = String.format(
                Locale.ROOT,
                "CREATE TABLE IF NOT EXISTS outbox_%1$tY_%1$tm PARTITION OF outbox"
                        + " FOR VALUES FROM ('%1$tY-%1$tm-01T00:00:00Z') TO ('%2$tY-%2$tm-01T00:00:00Z')",
                month.atDay(1),
                month.plusMonths(1).atDay(1));
        return transaction
                .query(ONE_AT_A_TIME)
                .execute()
                .chain(() -> transaction.query(sql).execute())
                .replaceWithVoid();
    }
}
