package org.ovoz.transport.outbox;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look at everything that is unpublished, page by page. The place is forgotten with the pass: the next one begins at the oldest. */
final class SweepPass {

    /** @param isMore whether another page is worth asking for */
    record Page(int sent, boolean isMore) {}

    private final OutboxRows rows;
    private final RelayLine line;
    private final Instant before;
    private final int size;
    private volatile @Nullable OutboxEvent last;

    SweepPass(OutboxRows rows, RelayLine line, Instant before, int size) {
        this.rows = rows;
        this.line = line;
        this.before = before;
        this.size = size;
    }

    Uni<Page> page() {
        return rows.unpublished(before, last, size)
                .chain(events -> events.isEmpty() ? Uni.createFrom().item(new Page(0, false)) : send(events));
    }

    private Uni<Page> send(List<OutboxEvent> events) {
        last = events.getLast();
        return Uni.createFrom()
                .completionStage(() -> line.resend(events))
                .map(sent -> new Page(sent.size(), events.size() == size && !line.brokerAway()));
    }
}
