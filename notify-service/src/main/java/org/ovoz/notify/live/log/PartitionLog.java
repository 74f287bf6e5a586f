package org.ovoz.notify.live.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.ovoz.contracts.ReportId;

/** The latest changes of one partition: which report changed at which offset, without gaps. */
final class PartitionLog {

    private final int capacity;
    private final Deque<ReportId> reports = new ArrayDeque<>();
    private long next;

    PartitionLog(long next, int capacity) {
        this.next = next;
        this.capacity = capacity;
    }

    long next() {
        return next;
    }

    void add(ReportId report) {
        reports.addLast(report);
        next++;
        if (reports.size() > capacity) {
            reports.removeFirst();
        }
    }

    /** Whether it still knows everything that came since this offset. */
    boolean reachesBackTo(long offset) {
        return offset <= next && next - offset <= reports.size();
    }

    Stream<ReportId> since(long offset) {
        return reports.stream().skip(reports.size() - (next - offset));
    }
}
