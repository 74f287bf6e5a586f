package org.ovoz.intake.conversation;

import org.ovoz.contracts.ReportId;

/** What became of a draft. */
public sealed interface StoreOutcome {

    /** Committed, all of it. */
    record Stored() implements StoreOutcome {}

    /** The same message was taken before; nothing was written. */
    record Duplicate(ReportId report) implements StoreOutcome {}

    /** The thread changed since it was read; nothing was written. To be read and sealed again. */
    record Outdated() implements StoreOutcome {}
}
