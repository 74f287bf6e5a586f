package org.ovoz.notify.referral;

/** What became of telling how something ended. */
public sealed interface SettleOutcome {

    record Settled() implements SettleOutcome {}

    record ClaimNeeded() implements SettleOutcome {}

    /** It was never confirmed, so it was never made. */
    record NotConfirmed() implements SettleOutcome {}

    /** Not of this case. */
    record Unknown() implements SettleOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements SettleOutcome {}
}
