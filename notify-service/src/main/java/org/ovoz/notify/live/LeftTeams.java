package org.ovoz.notify.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;

/**
 * Which teams have just ceased to read a report, as far as this instance has seen: for a minute their people's open pages are told that
 * it is gone. What happens in it later says nothing to them any more. Of what changed before this instance read it first, nothing is known.
 */
final class LeftTeams {

    private static final Duration TOLD_FOR = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Map<ReportId, Readers> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ReportId, Readers> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param now the teams that read it at that time */
    synchronized Set<TeamId> of(ReportId report, Collection<TeamId> now, Instant at) {
        Readers readers =
                known.getOrDefault(report, new Readers(Set.of(), Set.of(), at)).become(now, at);
        known.put(report, readers);
        return readers.left;
    }

    private record Readers(Set<TeamId> teams, Set<TeamId> left, Instant leftAt) {

        Readers become(Collection<TeamId> now, Instant at) {
            Set<TeamId> gone = new HashSet<>(teams);
            if (at.isBefore(leftAt.plus(TOLD_FOR))) {
                gone.addAll(left);
            }
            gone.removeAll(now);
            boolean isNew = !left.containsAll(gone);
            return new Readers(Set.copyOf(now), Set.copyOf(gone), isNew ? at : leftAt);
        }
    }
}
