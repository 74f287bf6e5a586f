package org.ovoz.intake.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.transport.batch.NaturalBatch;
import org.ovoz.transport.faults.DatabaseFaults;
import org.ovoz.transport.outbox.OutboxEvent;
import org.ovoz.transport.outbox.OutboxRelay;

/** Writes messages: what queues while a statement is in flight is written together by the next one, and told after COMMIT. */
@Singleton
public class StoreMessages {

    private static final int TOGETHER = 128;
    private static final String SAME_MESSAGE_MEANWHILE = "23505";

    /** Two statements that lock each other out are both rolled back whole; the loser is written again as it is. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private static final int AFTER_ROLLBACK = 3;

    private final Pool pool;
    private final OutboxRelay relay;
    private final NaturalBatch<Draft, StoreOutcome> batch;

    StoreMessages(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
        this.batch = new NaturalBatch<>(TOGETHER, 1, this::write, fault -> !DatabaseFaults.passes(fault));
    }

    /** Completes after COMMIT. */
    public Uni<StoreOutcome> store(Draft draft) {
        return batch.submit(draft).onFailure(StoreMessages::isSameMessage).recoverWithItem(StoreOutcome.Outdated::new);
    }

    /** Of several about one thread only the first is tried: the others must see it first. */
    private Uni<List<StoreOutcome>> write(List<Draft> drafts) {
        StoreOutcome[] outcomes = new StoreOutcome[drafts.size()];
        Arrays.fill(outcomes, new StoreOutcome.Outdated());
        Set<String> seen = new HashSet<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            boolean isFirst = seen.add(draft.thread());
            if (seen.add(draft.head().key().message().value()) && isFirst) {
                places.add(i);
            }
        }
        List<Draft> written = places.stream().map(drafts::get).toList();
        return pool.preparedQuery(StoreStatement.SQL)
                .execute(StoreStatement.parameters(written))
                .onFailure(StoreMessages::isRolledBack)
                .retry()
                .atMost(AFTER_ROLLBACK)
                .map(rows -> {
                    rows.forEach(row -> outcomes[places.get(row.getInteger("ix"))] = outcome(row));
                    tell(drafts, outcomes);
                    return List.of(outcomes);
                });
    }

    private void tell(List<Draft> drafts, StoreOutcome[] outcomes) {
        List<OutboxEvent> events = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] instanceof StoreOutcome.Stored) {
                events.addAll(drafts.get(i).content().events());
            }
        }
        relay.publishCommitted(events);
    }

    private static StoreOutcome outcome(Row row) {
        if (row.getBoolean("stored")) {
            return new StoreOutcome.Stored();
        }
        UUID taken = row.getUUID("taken");
        return taken == null ? new StoreOutcome.Outdated() : new StoreOutcome.Duplicate(new ReportId(taken));
    }

    private static boolean isSameMessage(Throwable fault) {
        return fault instanceof PgException refused && SAME_MESSAGE_MEANWHILE.equals(refused.getSqlState());
    }

    private static boolean isRolledBack(Throwable fault) {
        return fault instanceof PgException refused && ROLLED_BACK.contains(refused.getSqlState());
    }
}
