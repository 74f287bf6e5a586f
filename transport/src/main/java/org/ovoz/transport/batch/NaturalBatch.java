package org.ovoz.transport.batch;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Items that arrive while a write is in flight are written together by the next one; an idle line waits for no timer.
 *
 * <p>The write gets the items in the order of arrival and answers with one result per item, in that order. It must be all or nothing:
 * when it fails for a reason that can lie in one item, halves of the batch are written again, down to the single item, so that a bad
 * item fails alone. A fault that passes by itself fails the whole batch at once, and each caller decides for itself.
 *
 * <p>Safe for any number of threads. Results are emitted on the context the item was submitted from, if it came from a Vert.x context.
 * A caller that cancels gives up the answer, not the write.
 */
public final class NaturalBatch<I, O extends @Nullable Object> {

    private final int maxSize;
    private final int maxFlights;
    private final Function<List<I>, Uni<List<O>>> write;
    private final Predicate<Throwable> oneItemsFault;

    private final Queue<Waiting<I, O>> line = new ArrayDeque<>();
    private final AtomicInteger drains = new AtomicInteger();
    private int flights;

    /**
     * @param maxSize items written together at most
     * @param maxFlights writes under way at once at most
     * @param oneItemsFault whether a failure can lie in a single item; otherwise nothing is written again
     */
    public NaturalBatch(
            int maxSize, int maxFlights, Function<List<I>, Uni<List<O>>> write, Predicate<Throwable> oneItemsFault) {
        if (maxSize < 1 || maxFlights < 1) {
            throw new IllegalArgumentException("a batch and its flights are at least 1");
        }
        this.maxSize = maxSize;
        this.maxFlights = maxFlights;
        this.write = write;
        this.oneItemsFault = oneItemsFault;
    }

    /** Puts the item in line once the Uni is subscribed to. Each subscription is an item of its own. */
    public Uni<O> submit(I item) {
        return Uni.createFrom().emitter(emitter -> {
            Waiting<I, O> waiting = new Waiting<>(item, emitter);
            synchronized (line) {
                line.add(waiting);
            }
            drain();
        });
    }

    /** Whoever comes while another drains leaves it to that one: a write that answers at once cannot grow the stack. */
    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            takeOffAll();
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }

    private void takeOffAll() {
        for (List<Waiting<I, O>> batch = board(); !batch.isEmpty(); batch = board()) {
            fly(batch, this::landed);
        }
    }

    private List<Waiting<I, O>> board() {
        synchronized (line) {
            List<Waiting<I, O>> batch = new ArrayList<>();
            if (flights < maxFlights) {
                while (batch.size() < maxSize && !line.isEmpty()) {
                    batch.add(line.remove());
                }
                flights += batch.isEmpty() ? 0 : 1;
            }
            return batch;
        }
    }

    private void landed() {
        synchronized (line) {
            flights--;
        }
        drain();
    }

    private void fly(List<Waiting<I, O>> batch, Runnable landed) {
        Uni.createFrom()
                .deferred(() -> write.apply(batch.stream().map(Waiting::item).toList()))
                .subscribe()
                .with(results -> succeed(batch, results, landed), fault -> fail(batch, fault, landed));
    }

    private void succeed(List<Waiting<I, O>> batch, List<O> results, Runnable landed) {
        if (results.size() != batch.size()) {
            failEach(batch, new IllegalStateException("a write answered with another number of results"), landed);
            return;
        }
        landed.run();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).complete(results.get(i));
        }
    }

    private void fail(List<Waiting<I, O>> batch, Throwable fault, Runnable landed) {
        if (batch.size() == 1 || !oneItemsFault.test(fault)) {
            failEach(batch, fault, landed);
            return;
        }
        int half = batch.size() / 2;
        fly(batch.subList(0, half), () -> fly(batch.subList(half, batch.size()), landed));
    }

    private void failEach(List<Waiting<I, O>> batch, Throwable fault, Runnable landed) {
        landed.run();
        batch.forEach(waiting -> waiting.fail(fault));
    }
}
