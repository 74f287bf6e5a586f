package org.ovoz.notify.live.log;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ovoz.contracts.ReportId;

/** What this instance has read of {@code ovoz.desk.v1}, as far back as it remembers. Not safe for threads: its user locks. */
public final class ChangeLog {

    private final int capacity;
    private final Map<Integer, PartitionLog> partitions = new TreeMap<>();

    /** @param capacity changes that are remembered per partition */
    public ChangeLog(int capacity) {
        this.capacity = capacity;
    }

    /** Reading goes on at this offset. False when something may have been missed: readers must load anew. */
    public boolean goOnAt(int partition, long offset) {
        PartitionLog known = partitions.get(partition);
        if (known != null && known.next() == offset) {
            return true;
        }
        partitions.put(partition, new PartitionLog(offset, capacity));
        return false;
    }

    /** False when something was missed before it. */
    public boolean add(int partition, long offset, ReportId report) {
        boolean unbroken = goOnAt(partition, offset);
        partitions
                .computeIfAbsent(partition, first -> new PartitionLog(offset, capacity))
                .add(report);
        return unbroken;
    }

    public StreamPosition position() {
        Map<Integer, Long> next = new HashMap<>();
        partitions.forEach((partition, log) -> next.put(partition, log.next()));
        return new StreamPosition(next);
    }

    /** The reports that changed since then, each once; empty when it is not known (any more) what changed. */
    public Optional<Set<ReportId>> since(StreamPosition position) {
        if (!position.next().keySet().equals(partitions.keySet())) {
            return Optional.empty();
        }
        Set<ReportId> changed = new LinkedHashSet<>();
        for (Map.Entry<Integer, PartitionLog> one : partitions.entrySet()) {
            long offset = position.next().getOrDefault(one.getKey(), -1L);
            if (!one.getValue().reachesBackTo(offset)) {
                return Optional.empty();
            }
            one.getValue().since(offset).forEach(changed::add);
        }
        return Optional.of(changed);
    }
}
