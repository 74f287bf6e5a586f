package org.ovoz.local.journeys.chaos.judge.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What intake's database holds. Items and messages since the run began, all reports.
 *
 * @param texts the carrier's messages that were taken
 * @param items sealed messages
 */
public record Stored(List<TextRow> texts, List<ItemRow> items, List<ReportRow> reports) {

    public Stored {
        texts = List.copyOf(texts);
        items = List.copyOf(items);
        reports = List.copyOf(reports);
    }

    /** @param hmac of the MessageSid, under intake's look-up key */
    public record TextRow(String hmac, UUID report, Instant at) {}

    /**
     * @param at that of the text it holds: one statement wrote both
     * @param textHash of the text that was found in it with the keys of its teams; absent when one of them cannot open it
     */
    public record ItemRow(UUID item, UUID report, Instant at, Optional<String> textHash) {}

    public record ReportRow(UUID report, Instant openedAt) {}
}
