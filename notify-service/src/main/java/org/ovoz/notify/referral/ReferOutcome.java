package org.ovoz.notify.referral;

/** What became of a wish to refer. */
sealed interface ReferOutcome {

    /** Also when it was kept before, just so. */
    record Referred() implements ReferOutcome {}

    /** The person has not said yes, or on a day that is still to come. */
    record ConsentNeeded() implements ReferOutcome {}

    record UnknownService() implements ReferOutcome {}

    /** Nobody is to be sent there. */
    record NeverRefer() implements ReferOutcome {}

    record ClaimNeeded() implements ReferOutcome {}

    /** The id names another referral. */
    record IdTaken() implements ReferOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements ReferOutcome {}
}
