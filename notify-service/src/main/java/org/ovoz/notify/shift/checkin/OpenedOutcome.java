package org.ovoz.notify.shift.checkin;

/** What became of what somebody read out of a test item. */
enum OpenedOutcome {
    /** It was that: the duty counts, and whoever has it can read. */
    OPENED,
    /** It was not; there is no second try with this one. */
    WRONG,
    /** It was answered before, took too long, or another took its place; or the team's keys were replaced meanwhile. */
    OVER,
    NOT_YOURS
}
