package org.ovoz.contracts.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.SafeWindow;
import org.ovoz.contracts.contact.WaitingReply;
import org.ovoz.contracts.sealing.ItemKind;

/**
 * What intake answers to a fetch: sealed items with the asking team's grants, and whom to seal to next.
 *
 * @param texts as the gate sees it now: what the phone said and what was recorded together
 * @param proposedLink an earlier report from the same number, more than 24 h silent; a proposal, not a fact: a number is not a person
 * @param recipients signed team records of the current recipients
 * @param line signed {@link org.ovoz.contracts.line.LineRecord}
 * @param relay signed {@link org.ovoz.contracts.line.RelayKey}
 */
public record FetchResult(
        ReportId reportId,
        Status status,
        TextsAllowed texts,
        Reach reach,
        @Nullable ReportId proposedLink,
        List<Item> items,
        List<String> recipients,
        String line,
        String relay) {

    /** Whether the report still takes orders. */
    public enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    /**
     * How the person may be reached, and what waits for it.
     *
     * @param terms as they were recorded last; absent if nobody has
     * @param windows the coming safe windows of about a week; empty where the hours are not limited
     * @param notSent replies that were taken back, or refused by the gate or the carrier after they had been accepted
     */
    public record Reach(
            @Nullable ContactTerms terms, List<SafeWindow> windows, List<WaitingReply> waiting, List<ItemId> notSent) {

        public Reach {
            windows = List.copyOf(windows);
            waiting = List.copyOf(waiting);
            notSent = List.copyOf(notSent);
        }
    }

    /** One sealed item with the asking team's grant. */
    public record Item(ItemId id, ItemKind kind, Instant at, String jwe, String grant) {}
}
