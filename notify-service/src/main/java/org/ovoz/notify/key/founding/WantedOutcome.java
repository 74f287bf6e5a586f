package org.ovoz.notify.key.founding;

/** What became of naming a team. */
sealed interface WantedOutcome {

    record Named() implements WantedOutcome {}

    /** There is a team of this id already. */
    record Exists() implements WantedOutcome {}

    /** Unknown or suspended organisation, or the founder is none of its people. */
    record Refused() implements WantedOutcome {}
}
