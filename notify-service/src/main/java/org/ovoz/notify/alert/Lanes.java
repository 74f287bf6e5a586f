package org.ovoz.notify.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** How many alerts are under way, by way. */
@ApplicationScoped
class Lanes {

    private static final int WIDTH = 16;

    private final Map<AlertKind, AtomicInteger> underWay = new ConcurrentHashMap<>();

    int free(AlertKind kind) {
        return Math.max(0, WIDTH - of(kind).get());
    }

    /** Starts and does not wait. The work does not fail. */
    void run(AlertKind kind, List<Alert> alerts, Function<Alert, Uni<Void>> work) {
        of(kind).addAndGet(alerts.size());
        alerts.forEach(alert -> work.apply(alert)
                .onTermination()
                .invoke(() -> of(kind).decrementAndGet())
                .subscribe()
                .with(ignored -> {}, fault -> {}));
    }

    private AtomicInteger of(AlertKind kind) {
        return underWay.computeIfAbsent(kind, first -> new AtomicInteger());
    }
}
