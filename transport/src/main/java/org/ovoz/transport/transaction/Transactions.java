package org.ovoz.transport.transaction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.transport.outbox.OutboxRelay;

/** Runs work in a transaction, and after COMMIT hands over what it told. */
public final class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);

    private final Pool pool;
    private final OutboxRelay relay;

    public Transactions(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Runs to its end even if nobody waits for the answer any more: a caller who hangs up must not leave half a transaction. */
    public <T extends @Nullable Object> Uni<T> commit(Function<Transaction, Uni<T>> work) {
        Uni<T> all = Uni.createFrom()
                .deferred(() -> pool.withTransaction(connection -> {
                            Transaction transaction = new Transaction(connection);
                            return work.apply(transaction).map(value -> new Done<T>(value, transaction));
                        })
                        .map(this::finish));
        return Uni.createFrom().emitter(caller -> all.subscribe().with(caller::complete, caller::fail));
    }

    /**
     * One after the other, each in a transaction of its own. Does not fail: one must not hold up the others. It stays as it is, and is
     * found by the next look.
     *
     * @param left is told which one, and why
     */
    public <T> Uni<Void> each(List<T> all, BiFunction<Transaction, T, Uni<Void>> work, BiConsumer<T, Throwable> left) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> commit(transaction -> work.apply(transaction, one))
                        .onFailure()
                        .invoke(fault -> left.accept(one, fault))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** For work in a transaction of somebody else, who runs what is returned after COMMIT. */
    public Uni<List<Runnable>> joining(SqlConnection connection, Function<Transaction, Uni<Void>> work) {
        Transaction transaction = new Transaction(connection);
        return work.apply(transaction).map(ignored -> {
            List<Runnable> effects = new ArrayList<>(transaction.effects());
            effects.add(() -> relay.publishCommitted(transaction.events()));
            return effects;
        });
    }

    private <T extends @Nullable Object> T finish(Done<T> done) {
        done.transaction().effects().forEach(Transactions::run);
        relay.publishCommitted(done.transaction().events());
        return done.value();
    }

    /** What is committed stays so: work that fails now is found by its sweeper. */
    private static void run(Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException fault) {
            LOG.errorf("work after commit failed: %s", fault.getClass().getName());
        }
    }

    private record Done<T extends @Nullable Object>(T value, Transaction transaction) {}
}
