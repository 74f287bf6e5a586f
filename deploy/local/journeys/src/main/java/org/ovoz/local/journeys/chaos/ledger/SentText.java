package org.ovoz.local.journeys.chaos.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A text of the ledger with its outcome; without one it was under way when the ledger ended. */
public record SentText(Entry.Sending sending, Optional<Entry.Settled> settled) {

    public String message() {
        return sending.message();
    }

    public Outcome outcome() {
        return settled.map(Entry.Settled::outcome).orElse(Outcome.UNKNOWN);
    }

    /** From when it was due, not from when it was sent, to its acknowledgement. */
    public Optional<Duration> latency() {
        return settled.filter(end -> end.outcome() == Outcome.OK)
                .map(Entry.Settled::answered)
                .map((Instant answered) -> Duration.between(sending.due(), answered));
    }
}
