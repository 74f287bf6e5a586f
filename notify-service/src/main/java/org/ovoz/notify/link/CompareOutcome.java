package org.ovoz.notify.link;

/** What became of a report's marks. */
sealed interface CompareOutcome {

    record Compared(LinksView links) implements CompareOutcome {}

    record ClaimNeeded() implements CompareOutcome {}

    /** The organisation has another key by now. */
    record KeyReplaced() implements CompareOutcome {}

    record NotYours() implements CompareOutcome {}
}
