package org.ovoz.transport.carrier;

import java.util.Locale;
import java.util.Optional;

/** What the carrier says of a message on its way out. Callbacks come in any order; a state never moves back. */
public enum DeliveryStatus {
    SCHEDULED(0),
    ACCEPTED(1),
    QUEUED(2),
    SENDING(3),
    SENT(4),
    PARTIALLY_DELIVERED(5),
    CANCELED(6),
    FAILED(6),
    UNDELIVERED(6),
    DELIVERED(6),
    READ(7);

    private final int progress;

    DeliveryStatus(int progress) {
        this.progress = progress;
    }

    /** Empty for a word the carrier did not use before, and for those of incoming messages. */
    public static Optional<DeliveryStatus> of(String word) {
        try {
            return Optional.of(valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unheardOf) {
            return Optional.empty();
        }
    }

    /** The state after this report has come in: the later of the two, and a final one stays. */
    public DeliveryStatus after(DeliveryStatus report) {
        boolean ends = isFinal() && !(this == DELIVERED && report == READ);
        return !ends && report.progress > progress ? report : this;
    }

    public boolean isFinal() {
        return progress >= CANCELED.progress;
    }

    public boolean hasFailed() {
        return this == CANCELED || this == FAILED || this == UNDELIVERED;
    }
}
