package org.ovoz.intake.delivery;

import java.util.Locale;

/** Where a text is on its way out. */
enum OutgoingState {
    /** Let through the gate; nobody has begun to send it. */
    ACCEPTED,
    /** Somebody is sending it, or died over it. */
    SENDING,
    /** The carrier has it. */
    SENT,
    /** It did not go out. */
    REFUSED,
    /** The carrier could not deliver it. */
    FAILED,
    /** It may have gone out; it is never sent again. */
    UNKNOWN,
    DELIVERED,
    /** Taken back while it waited. */
    WITHDRAWN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutgoingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the contact and the relay's grant are still needed. */
    boolean isUnderWay() {
        return this == ACCEPTED || this == SENDING || this == UNKNOWN;
    }
}
