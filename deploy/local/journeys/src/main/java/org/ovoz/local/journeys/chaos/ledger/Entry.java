package org.ovoz.local.journeys.chaos.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** A line of the ledger, as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Began.class, name = "began"),
    @JsonSubTypes.Type(value = Entry.Sending.class, name = "sending"),
    @JsonSubTypes.Type(value = Entry.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = Entry.Struck.class, name = "struck")
})
public sealed interface Entry {

    /** The first line. Whatever is older than that is not of this run. */
    record Began(long seed, Instant at) implements Entry {}

    /**
     * About to be sent for the first time.
     *
     * @param message the MessageSid
     * @param sender the phone, of the range kept for fiction
     * @param place which of its sender's texts, from 0; an earlier one had its outcome before
     * @param textHash of what it says, as {@link org.ovoz.contracts.order.Orders#bodyHash}
     * @param due when the schedule wanted it sent
     */
    record Sending(String message, String sender, int place, String textHash, Instant due, Instant at)
            implements Entry {}

    /**
     * @param asked when the try that settled it began
     * @param answered when that try ended
     * @param tries how many there were, those of duplicates not counted
     */
    record Settled(String message, Outcome outcome, Instant asked, Instant answered, int tries) implements Entry {}

    /**
     * A fault and its end.
     *
     * @param fault what was done to which part, such as {@code kill -9 intake}
     * @param over from when on nothing was done any more
     * @param works when a text had gone all the way to the desk again; for the login server, when it answered again
     */
    record Struck(String fault, Instant at, Instant over, Instant works) implements Entry {}
}
