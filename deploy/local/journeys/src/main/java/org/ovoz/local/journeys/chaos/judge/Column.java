package org.ovoz.local.journeys.chaos.judge;

import java.util.Locale;

/** A kind of wrong. Each has to be found zero times. */
public enum Column {
    /** Acknowledged, and not stored, not to be opened by its teams, not told, or not with the desk. */
    LOST,
    /** One text stored or told as two, a report with two cases, an answer or an alert twice on a phone. */
    DOUBLED,
    /** Every try was refused, and yet it is there. */
    REFUSED_BUT_STORED,
    /** There, and nobody sent it. */
    PHANTOM,
    /** A sender's texts in another order than they were sent, a report's events applied out of their sequence. */
    ORDER,
    /** Not through after the quiet time. */
    STUCK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
