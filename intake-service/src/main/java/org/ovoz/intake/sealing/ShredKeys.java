package org.ovoz.intake.sealing;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.transport.batch.NaturalBatch;

/**
 * Shred keys: drawn from a pool that is committed in the shred cluster already, so that an incoming message pays no second commit, and
 * goes on being accepted for a while when that cluster is away. A pool that is empty refuses: nothing is stored that cannot be deleted.
 */
@Singleton
public class ShredKeys {

    private static final Logger LOG = Logger.getLogger(ShredKeys.class);
    private static final int FULL = 2_048;
    private static final int REFILL = 512;

    private final ShredKeyRows rows;
    private final RememberedShredKeys remembered = new RememberedShredKeys();
    private final NaturalBatch<UUID, Optional<ShredKey>> finds;
    private final Queue<ShredKey> pool = new ArrayDeque<>();
    private @Nullable CompletableFuture<Void> refilling;

    ShredKeys(ShredKeyRows rows) {
        this.rows = rows;
        this.finds = new NaturalBatch<>(REFILL, 2, this::findAll, fault -> false);
    }

    void fill(@Observes StartupEvent start) {
        refill();
    }

    /** A key that no report has. Fails when none can be had. */
    public Uni<ShredKey> draw() {
        return Uni.createFrom().deferred(() -> {
            Optional<ShredKey> ready = take();
            return ready.isPresent()
                    ? Uni.createFrom().item(ready.get())
                    : Uni.createFrom().completionStage(this::refillCopy).map(filled -> take().orElseThrow());
        });
    }

    /** Empty once the key was destroyed. */
    public Uni<Optional<ShredKey>> find(UUID id) {
        return Uni.createFrom().deferred(() -> {
            Optional<ShredKey> known = remembered.find(id);
            return known.isPresent()
                    ? Uni.createFrom().item(known)
                    : finds.submit(id).invoke(found -> found.ifPresent(remembered::remember));
        });
    }

    /** The report's death. Completes once it is committed. */
    public Uni<Void> destroy(UUID id) {
        return rows.delete(id).invoke(() -> remembered.forget(id));
    }

    /** Keys at hand without asking the shred cluster. */
    public int ready() {
        synchronized (pool) {
            return pool.size();
        }
    }

    private Optional<ShredKey> take() {
        Optional<ShredKey> key;
        synchronized (pool) {
            key = Optional.ofNullable(pool.poll());
        }
        key.ifPresent(remembered::remember);
        if (ready() < FULL - REFILL) {
            refill();
        }
        return key;
    }

    /** A copy: whoever gives up waiting must not end the refill of the others. */
    private CompletableFuture<Void> refillCopy() {
        return refill().copy();
    }

    /** One at a time; who comes meanwhile waits for the same one. */
    private CompletableFuture<Void> refill() {
        synchronized (pool) {
            if (refilling == null || refilling.isDone()) {
                List<ShredKey> fresh =
                        Stream.generate(ShredKey::random).limit(REFILL).toList();
                refilling = rows.insert(fresh)
                        .invoke(() -> add(fresh))
                        .onFailure()
                        .invoke(fault -> LOG.warnf(
                                "no new shred keys: %s", fault.getClass().getSimpleName()))
                        .subscribeAsCompletionStage();
            }
            return refilling;
        }
    }

    private void add(List<ShredKey> fresh) {
        synchronized (pool) {
            pool.addAll(fresh);
        }
    }

    private Uni<List<Optional<ShredKey>>> findAll(List<UUID> ids) {
        return rows.find(ids)
                .map(found -> ids.stream()
                        .map(id -> found.stream()
                                .filter(key -> key.id().equals(id))
                                .findFirst())
                        .toList());
    }
}
