package org.ovoz.notify.referral.emergency;

/** What became of a wish to call police or ambulance. */
sealed interface AskOutcome {

    /** Also when it was asked before, just so. A second person answers. */
    record Asked() implements AskOutcome {}

    record ConsentNeeded() implements AskOutcome {}

    record ClaimNeeded() implements AskOutcome {}

    /** The id names another one. */
    record IdTaken() implements AskOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements AskOutcome {}
}
