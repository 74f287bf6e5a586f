package org.ovoz.notify.live.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ovoz.contracts.ReportId;

/** What this instance changed itself and heard of before the bus brought it. Not safe for threads: its user locks. */
public final class Heard {

    private final Map<ReportId, Long> latest = new HashMap<>();

    /** @param sequence of the event among those that the desk tells of the report */
    public void add(ReportId report, long sequence) {
        latest.merge(report, sequence, Math::max);
    }

    /** The bus brought this event: whether what was read of the report since then has it already. */
    public boolean covers(ReportId report, long sequence) {
        long heard = latest.getOrDefault(report, 0L);
        if (sequence >= heard) {
            latest.remove(report);
        }
        return sequence <= heard;
    }

    /** The reports of which the bus still has to bring something. */
    public Set<ReportId> reports() {
        return Set.copyOf(latest.keySet());
    }
}
