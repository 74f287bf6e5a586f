package org.ovoz.contracts.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;

/**
 * The hours in which the person may be reached were recorded anew.
 *
 * @param opensAt of the window that is open or comes next; absent: at any time
 * @param closesAt of the same window
 */
public record SafeWindowChanged(
        ReportId reportId,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        Instant at) implements ReportEvent {}
