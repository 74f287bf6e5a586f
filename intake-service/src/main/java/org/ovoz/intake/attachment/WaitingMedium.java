package org.ovoz.intake.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/**
 * A row that somebody has taken to look after it.
 *
 * @param item that it becomes
 * @param isStored whether only the carrier's copy is still to go
 * @param source under the shred key
 * @param shredKey absent if there is no such report any more
 */
record WaitingMedium(ItemId item, ReportId report, ItemId message, boolean isStored, Source source, Attempts attempts) {

    record Source(@Nullable String wrapped, @Nullable UUID shredKey) {}

    /** @param tries this one counted */
    record Attempts(Instant wantedAt, int tries) {}

    @Override
    public String toString() {
        return "WaitingMedium[" + item + "]";
    }
}
