package org.ovoz.transport.carrier;

/** What to do about a refusal. */
public enum CarrierAction {
    /** Something is set up wrongly: tell whoever operates the line. */
    ALARM,
    /** The country is not permitted for this account: tell the coordinator. */
    ALARM_COORDINATOR,
    /** Later; it was surely not sent. */
    BACK_OFF,
    /** The number cannot take texts: never again. */
    MARK_NUMBER,
    /** Not by this number or channel. */
    OTHER_CHANNEL,
    /** The person said stop, to the carrier itself. */
    OPTED_OUT,
    /** Once more, inside the safe window. */
    RETRY_IN_SAFE_WINDOW,
    NO_RETRY,
    /** Filtered for its wording. */
    OTHER_WORDING
}
