package org.ovoz.notify.cases.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a report leaves the queue. It stays with the desk: reasons do not ride the bus. */
public enum ClosingReason {
    HELPED,
    REFERRED,
    DUPLICATE,
    PRANK,
    ABUSE,
    NO_ANSWER,
    NOT_FOR_US,
    OTHER_LINE,
    WITHDRAWN;

    public static Optional<ClosingReason> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it says of the reporter needs words of theirs to go by. */
    public boolean accuses() {
        return this == PRANK || this == ABUSE;
    }
}
