package org.ovoz.intake.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.intake.contact.SafeContact;

/** What is known already when a message comes in. */
public sealed interface Found {

    /** This very message was taken before. */
    record Taken(ReportId report) implements Found {}

    /** No report talks to this number, or there is no number. */
    record Nothing() implements Found {}

    /**
     * The report that the number talked to last.
     *
     * @param sequence of its last event: whoever writes says which one it saw
     * @param refused this number said no to texts once, in whichever report
     */
    record Thread(
            ReportId report,
            boolean open,
            Instant lastWroteAt,
            SafeContact contact,
            long sequence,
            UUID shredKey,
            List<TeamId> teams,
            boolean refused)
            implements Found {

        public Thread {
            teams = List.copyOf(teams);
        }
    }
}
