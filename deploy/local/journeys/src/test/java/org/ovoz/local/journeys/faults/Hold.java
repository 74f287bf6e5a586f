package org.ovoz.local.journeys.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ovoz.local.journeys.web.Await;

/** One moment at which one connection of a service to its database stands still, until it is let go. */
final class Hold implements AutoCloseable {
    private final List<String> statements;
    private final boolean reachesServer;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    private Hold(List<String> statements, boolean reachesServer) {
        this.statements = statements;
        this.reachesServer = reachesServer;
    }

    /**
     * The last statement never reaches the server; its connection ends when the hold does.
     *
     * @param fragments of statements that one connection executes in this order
     */
    static Hold before(String... fragments) {
        return new Hold(List.of(fragments), false);
    }

    /** The last one is executed, and its answer does not come. */
    static Hold afterwards(String... fragments) {
        return new Hold(List.of(fragments), true);
    }

    /** Until a connection stands still; with {@link #afterwards} the server may still be at work. */
    void awaitReached(Duration within) {
        Await.until(
                "the statement " + statements.getLast(),
                within,
                () -> reached.getCount() == 0 ? Optional.of(true) : Optional.empty());
    }

    boolean reachesServer() {
        return reachesServer;
    }

    List<String> statements() {
        return statements;
    }

    /** Only one connection is held. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void reach() {
        reached.countDown();
    }

    void awaitLetGo() throws InterruptedException {
        letGo.await();
    }

    @Override
    public void close() {
        taken.set(true);
        letGo.countDown();
    }
}
