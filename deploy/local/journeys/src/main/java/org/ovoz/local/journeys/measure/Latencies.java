package org.ovoz.local.journeys.measure;

import java.time.Duration;
import java.util.Arrays;

/** How long each of many took. */
public final class Latencies {
    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    /** @throws IllegalArgumentException if there is none */
    public static Latencies ofNanos(long... nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    public int count() {
        return sortedNanos.length;
    }

    /**
     * The smallest that at least this share of them did not exceed.
     *
     * @param share above 0, at most 1: 0.99 for p99
     */
    public Duration at(double share) {
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return Duration.ofNanos(sortedNanos[Math.max(rank, 1) - 1]);
    }
}
