package org.ovoz.intake.sealing;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ovoz.contracts.sealing.Epoch;

/**
 * One ephemeral key per set of recipients, for a second at most, then forgotten (DESIGN 3): what seals within that second pays no
 * elliptic-curve work. Nothing of an epoch is kept but the agreed keys; its ephemeral private key is dropped at once.
 */
@Singleton
public class Epochs {

    private static final long LIFETIME_MILLIS = 1_000;

    private final Map<List<String>, Map<String, Epoch.Recipient>> current = new ConcurrentHashMap<>();
    private final ScheduledExecutorService forgetting = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "epochs");
        thread.setDaemon(true);
        return thread;
    });

    /** One recipient alone. */
    public Epoch.Recipient of(RecipientKey recipient) {
        return of(List.of(recipient)).values().iterator().next();
    }

    /** By key id. */
    Map<String, Epoch.Recipient> of(Collection<RecipientKey> recipients) {
        List<String> set =
                recipients.stream().map(RecipientKey::kid).distinct().sorted().toList();
        return current.computeIfAbsent(set, unknown -> begin(set, recipients));
    }

    private Map<String, Epoch.Recipient> begin(List<String> set, Collection<RecipientKey> recipients) {
        Epoch epoch = Epoch.begin();
        forgetting.schedule(() -> current.remove(set), LIFETIME_MILLIS, TimeUnit.MILLISECONDS);
        return recipients.stream()
                .map(recipient -> epoch.recipient(recipient.key()))
                .collect(Collectors.toUnmodifiableMap(Epoch.Recipient::kid, Function.identity(), (a, b) -> a));
    }

    void stop(@Observes ShutdownEvent end) {
        forgetting.shutdownNow();
        current.clear();
    }
}
