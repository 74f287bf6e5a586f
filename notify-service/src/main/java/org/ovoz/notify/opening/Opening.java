package org.ovoz.notify.opening;

import java.time.Instant;

/** Whether somebody may open one more report. */
public sealed interface Opening {

    /** Counted, or opened by the same person within the hour before. */
    record Free() implements Opening {}

    /** @param again when there is room for one more */
    record CapReached(Instant again) implements Opening {}
}
