package org.ovoz.local.launcher.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.ovoz.local.servers.process.ServiceProcess;

/**
 * Starts parts and starts them again when they die: at once the first time, later after 1, 2, 4 ... 30 seconds. A part that
 * lived for a minute begins anew with the counting.
 */
final class Supervisor {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Screen screen;
    private final Executor threads;
    private final Duration grace;
    private final Map<String, ServiceProcess> running = new ConcurrentHashMap<>();
    private final Map<String, Duration> took = new ConcurrentSkipListMap<>();
    private volatile boolean stopping;

    /** @param grace how long a part has to stop before it is killed */
    Supervisor(Screen screen, Executor threads, Duration grace) {
        this.screen = screen;
        this.threads = threads;
        this.grace = grace;
    }

    /** Starts it and keeps watch; complete when it is ready. */
    CompletableFuture<Void> start(Part part) {
        return CompletableFuture.runAsync(
                () -> {
                    Duration begin = screen.elapsed();
                    ServiceProcess process = launch(part);
                    took.put(part.name(), screen.elapsed().minus(begin));
                    watch(part, process, screen.elapsed(), 0);
                },
                threads);
    }

    private ServiceProcess launch(Part part) {
        Duration begin = screen.elapsed();
        ServiceProcess process = part.start().get();
        running.put(part.name(), process);
        if (stopping) {
            process.stop(grace);
        } else {
            screen.say("%-10s ready after %.1f s"
                    .formatted(part.name(), screen.elapsed().minus(begin).toMillis() / 1000.0));
        }
        return process;
    }

    private void watch(Part part, ServiceProcess process, Duration since, int deaths) {
        process.onExit().thenRunAsync(() -> died(part, since, deaths), threads);
    }

    private void died(Part part, Duration since, int deaths) {
        if (stopping) {
            return;
        }
        boolean wasSteady = screen.elapsed().minus(since).compareTo(STEADY) > 0;
        int count = wasSteady ? 0 : deaths;
        Duration wait = wait(count);
        screen.say(
                part.name() + " has died; starting it again" + (wait.isZero() ? "" : " in " + wait.toSeconds() + " s"));
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> again(part, count + 1));
    }

    private void again(Part part, int deaths) {
        if (stopping) {
            return;
        }
        try {
            watch(part, launch(part), screen.elapsed(), deaths);
        } catch (RuntimeException e) {
            screen.say(part.name() + " did not come up: " + e.getMessage());
            died(part, screen.elapsed(), deaths);
        }
    }

    static Duration wait(int deaths) {
        if (deaths == 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(deaths - 1, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** Stops what runs, group after group; the members of a group at the same time. */
    void stop(List<List<String>> groups) {
        stopping = true;
        groups.forEach(this::stopGroup);
        stopGroup(running.keySet());
    }

    private void stopGroup(Collection<String> names) {
        CompletableFuture.allOf(names.stream()
                        .map(name -> Optional.ofNullable(running.remove(name)))
                        .flatMap(Optional::stream)
                        .map(process -> CompletableFuture.runAsync(() -> stop(process), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void stop(ServiceProcess process) {
        process.stop(grace);
        screen.say(process.name() + " stopped");
    }

    Map<String, ServiceProcess> running() {
        return Map.copyOf(running);
    }

    /** How long each part took until it was ready the first time. */
    Map<String, Duration> took() {
        return Map.copyOf(took);
    }
}
