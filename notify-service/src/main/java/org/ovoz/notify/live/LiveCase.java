package org.ovoz.notify.live;

import java.util.Set;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.cases.Audience;
import org.ovoz.notify.directory.Caller;

/**
 * A case as it goes out on a stream, written once for all who may see it.
 *
 * @param left teams that have just ceased to read it
 */
record LiveCase(ReportId id, Audience audience, Set<TeamId> left, String json) {

    /** Told that it is gone: who declared that it is not for them, and whose team was taken out. */
    boolean isTakenFrom(Caller caller) {
        return !audience.holds(caller)
                && (audience.isWithdrawnFrom(caller) || caller.teams().stream().anyMatch(left::contains));
    }
}
