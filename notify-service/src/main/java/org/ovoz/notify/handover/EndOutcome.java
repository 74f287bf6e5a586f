package org.ovoz.notify.handover;

/** What became of declining an offer, or of taking it back. */
sealed interface EndOutcome {

    record Ended() implements EndOutcome {}

    /** There is none that the caller could end. */
    record NotOffered() implements EndOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements EndOutcome {}
}
