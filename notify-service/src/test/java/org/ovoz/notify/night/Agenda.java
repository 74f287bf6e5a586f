package org.ovoz.notify.night;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, by time. */
final class Agenda {

    private record Entry(Instant at, long order, Runnable what) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
    private long order;

    void add(Instant at, Runnable what) {
        entries.add(new Entry(at, order++, what));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Does everything that is due, and what becomes due by it. */
    void doDue(Instant now) {
        while (!entries.isEmpty() && !entries.peek().at().isAfter(now)) {
            entries.poll().what().run();
        }
    }
}
