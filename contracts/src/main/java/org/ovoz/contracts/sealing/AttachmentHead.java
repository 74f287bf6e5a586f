package org.ovoz.contracts.sealing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;

/**
 * What the item of an attachment holds, sealed like any other. The bytes are {@link Chunks}, sealed under the same key.
 *
 * @param kind {@code attachment}
 * @param of the message that it came with
 * @param label what the carrier says it is, of a closed list; counts for nothing, since whoever opens it looks at the bytes
 * @param size bytes, without what hides them
 * @param chunks how many
 * @param at when it was stored
 * @param failed why there is none; size and chunks are 0 then
 */
public record AttachmentHead(
        String kind,
        ItemId of,
        String label,
        int size,
        int chunks,
        Instant at,
        @Nullable Failure failed) {

    /** Why something that came with a message could not be had. */
    public enum Failure {
        /** Larger than is taken. */
        @JsonProperty("too-large")
        TOO_LARGE,
        /** The carrier does not have it any more. */
        @JsonProperty("gone")
        GONE,
        /** The carrier did not give it, however often it was asked. */
        @JsonProperty("not-given")
        NOT_GIVEN,
        /** What the message named is nothing of the carrier's. */
        @JsonProperty("not-the-carriers")
        NOT_THE_CARRIERS
    }

    public static AttachmentHead of(ItemId message, String label, int size, Instant at) {
        return new AttachmentHead(ItemKind.ATTACHMENT.text(), message, label, size, Chunks.count(size), at, null);
    }

    public static AttachmentHead failed(ItemId message, String label, Failure why, Instant at) {
        return new AttachmentHead(ItemKind.ATTACHMENT.text(), message, label, 0, 0, at, why);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
