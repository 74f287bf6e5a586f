package org.ovoz.local.journeys.chaos.ledger;

/** What the sender of a text knows in the end. */
public enum Outcome {
    /** Acknowledged at least once: it must be there, once. */
    OK,
    /** Every try was refused or reached nobody: it must not be there. */
    REFUSED,
    /** Some try went without an answer and none was acknowledged: it may be there, once. */
    UNKNOWN
}
