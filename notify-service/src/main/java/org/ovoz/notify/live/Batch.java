package org.ovoz.notify.live;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.live.log.StreamPosition;

/**
 * What is read from the database and shown at once.
 *
 * @param changed reports that changed for everybody
 * @param missed per reader, those that changed while it was away
 * @param position where readers stand after it
 */
record Batch(Set<ReportId> changed, Map<LiveStream, Set<ReportId>> missed, StreamPosition position) {

    static Batch of(Set<ReportId> changed, Iterable<LiveStream> streams, StreamPosition position) {
        Map<LiveStream, Set<ReportId>> missed = new HashMap<>();
        streams.forEach(stream -> missed.put(stream, stream.takeMissed()));
        return new Batch(Set.copyOf(changed), missed, position);
    }

    Set<ReportId> reports() {
        Set<ReportId> all = new LinkedHashSet<>(changed);
        missed.values().forEach(all::addAll);
        return all;
    }

    boolean isFor(LiveStream stream, ReportId report) {
        return changed.contains(report) || missed.getOrDefault(stream, Set.of()).contains(report);
    }
}
