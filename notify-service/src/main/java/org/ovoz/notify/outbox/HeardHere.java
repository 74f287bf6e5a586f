package org.ovoz.notify.outbox;

import org.ovoz.contracts.ReportId;

/**
 * Hears of a change that this instance committed, at once and before the bus brings it to all of them. Nobody may rely on it: the bus
 * tells of every change.
 */
public interface HeardHere {

    /**
     * Must not block.
     *
     * @param sequence of the event that the bus will bring, among those of the report
     */
    void changed(ReportId report, long sequence);
}
