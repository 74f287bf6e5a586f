package org.ovoz.local.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.ovoz.local.journeys.measure.Latencies;

/** Sends requests over some connections and takes the time of each. */
final class Load {
    private static final int TAKEN = 200;

    private final URI server;
    private final int connections;

    Load(URI server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /**
     * @param perSecond requests that were answered
     * @param dueNanos when each request was due, by {@link System#nanoTime}, in their order
     */
    record Measured(double perSecond, Latencies latencies, long[] dueNanos) {}

    /** The next one as soon as a connection is free: how much goes through. */
    Measured asFastAsItGoes(List<RawRequest> requests) {
        return run(requests, index -> System.nanoTime());
    }

    /** Each when it is due, whether or not the ones before were answered; its latency counts from then. */
    Measured atRate(List<RawRequest> requests, double perSecond) {
        long start = System.nanoTime();
        return run(requests, index -> start + (long) (index * 1e9 / perSecond));
    }

    private Measured run(List<RawRequest> requests, IntToLongFunction due) {
        long[] dues = new long[requests.size()];
        long[] took = new long[requests.size()];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            CompletableFuture.allOf(IntStream.range(0, connections)
                            .mapToObj(n ->
                                    CompletableFuture.runAsync(() -> work(requests, due, next, dues, took), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(requests.size() / seconds, Latencies.ofNanos(took), dues);
    }

    private void work(List<RawRequest> requests, IntToLongFunction due, AtomicInteger next, long[] dues, long[] took) {
        try (Connection connection = new Connection(server)) {
            for (int index = next.getAndIncrement(); index < requests.size(); index = next.getAndIncrement()) {
                dues[index] = due.applyAsLong(index);
                waitUntil(dues[index]);
                int status = connection.send(requests.get(index));
                took[index] = System.nanoTime() - dues[index];
                if (status != TAKEN) {
                    throw new IllegalStateException("a text was answered with " + status);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
