package org.ovoz.intake.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.intake.language.LanguageDecision;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.intake.routing.RoutingDecision;
import org.ovoz.intake.sealing.SealedItem;
import org.ovoz.transport.outbox.OutboxEvent;

/**
 * A message, sealed, as it will be written or not at all.
 *
 * @param opening what a new report begins with; absent where an open one goes on
 * @param seen the sequence of the report's last event when it was read; 0 for a new one
 * @param immediate the id of the neutral answer's row, where one may go out
 */
public record Draft(
        Head head,
        @Nullable Opening opening,
        long seen,
        Content content,
        @Nullable UUID immediate) {

    /**
     * Whose message it is and what it changes.
     *
     * @param texts what the phone has said so far
     * @param unread whether it waits to be read; a coded word does not
     */
    public record Head(MessageKey key, ReportId report, Instant at, TextsAllowed texts, boolean unread) {}

    /** @param previous the report that this number talked to before */
    public record Opening(
            Channel channel,
            RegionCode region,
            LanguageDecision language,
            RoutingDecision route,
            UUID shredKey,
            @Nullable ReportId previous) {

        LanguageTag tag() {
            return language.language();
        }
    }

    /** @param addressed teams that are recipients from now on */
    public record Content(
            List<Addressed> addressed, List<SealedItem> items, List<Waiting> media, List<OutboxEvent> events) {

        public Content {
            addressed = List.copyOf(addressed);
            items = List.copyOf(items);
            media = List.copyOf(media);
            events = List.copyOf(events);
        }

        public static Content of(
                List<Addressed> addressed,
                List<SealedItem> items,
                List<Waiting> media,
                long seen,
                List<ReportEvent> events) {
            return new Content(addressed, items, media, ReportEvents.after(seen, events));
        }
    }

    /**
     * Something that came with the message and is to be fetched.
     *
     * @param id of the item that it becomes
     * @param source the carrier's ids, under the report's shred key
     */
    public record Waiting(UUID id, ItemId message, String source) {}

    /** The same, with a row for the neutral answer. */
    public Draft answeredBy(UUID answer) {
        return new Draft(head, opening, seen, content, answer);
    }

    boolean opens() {
        return opening != null;
    }

    /** The sequence of the report's last event once this is written. */
    long sequence() {
        return seen + content.events().size();
    }

    /** Drafts with the same one cannot be written by one statement. */
    String thread() {
        return head.key().number() == null
                ? head.report().toString()
                : head.key().number().value();
    }

    @Override
    public String toString() {
        return "Draft[" + head.report() + "]";
    }
}
