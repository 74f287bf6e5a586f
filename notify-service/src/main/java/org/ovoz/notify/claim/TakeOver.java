package org.ovoz.notify.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/**
 * The wish to take a report from its holder.
 *
 * @param from the holder's handle, as whoever wishes it has seen it
 */
public record TakeOver(
        @NotNull String from,
        @NotNull TakeOverReason reason,
        @NotNull Into into) {

    /** Where it goes. */
    public enum Into {
        /** The coordinator holds it from then on. */
        @JsonProperty("my-claim")
        MY_CLAIM,
        /** It waits for whoever claims it. */
        @JsonProperty("queue")
        QUEUE
    }
}
