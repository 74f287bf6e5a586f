package org.ovoz.transport.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.transport.MovableClock;
import org.ovoz.transport.TestDatabase;

class OutboxPartitionsTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59Z");

    @Test
    void rowsGoToTheirMonthAndWithoutOneToTheDefault() {
        Pool pool = TestDatabase.migrated("transport_partitions");
        ensure(pool);
        append(pool, NOVEMBER, NOVEMBER.plusSeconds(1), NOVEMBER.plus(Duration.ofDays(400)));
        assertThat(partitions(pool)).containsExactly("outbox_2026_11", "outbox_2026_12", "outbox_default");
        ensure(pool);
        pool.closeAndAwait();
    }

    @Test
    void aMonthThatIsInTheDefaultAlreadyStaysThere() {
        Pool pool = TestDatabase.migrated("transport_partitions_late");
        append(pool, NOVEMBER);
        ensure(pool);
        append(pool, NOVEMBER, NOVEMBER.plusSeconds(1));
        assertThat(partitions(pool)).containsExactly("outbox_default", "outbox_default", "outbox_2026_12");
        pool.closeAndAwait();
    }

    @Test
    void twoInstancesThatStartTogetherDoNotDisturbEachOther() {
        Pool pool = TestDatabase.migrated("transport_partitions_race");
        Uni<Void> one = new OutboxPartitions(pool, new MovableClock(NOVEMBER)).ensure(5);
        Uni<Void> other = new OutboxPartitions(pool, new MovableClock(NOVEMBER)).ensure(5);
        Uni.join().all(one, other).andFailFast().await().atMost(Duration.ofSeconds(20));
        assertThat(TestDatabase.number(pool, "SELECT count(*) FROM pg_inherits WHERE inhparent = 'outbox'::regclass"))
                .isEqualTo(7);
        pool.closeAndAwait();
    }

    private static List<String> partitions(Pool pool) {
        return TestDatabase.rows(pool, "SELECT tableoid::regclass::text FROM outbox ORDER BY occurred_at").stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static void ensure(Pool pool) {
        new OutboxPartitions(pool, new MovableClock(NOVEMBER)).ensure(2).await().atMost(Duration.ofSeconds(10));
    }

    private static void append(Pool pool, Instant... times) {
        for (Instant time : times) {
            OutboxEvent event = new OutboxEvent(UUID.randomUUID(), "t", UUID.randomUUID(), 1, "x", time, "{}");
            OutboxTable.append(pool, List.of(event)).await().atMost(Duration.ofSeconds(10));
        }
    }
}
