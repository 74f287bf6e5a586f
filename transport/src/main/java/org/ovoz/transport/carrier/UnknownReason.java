package org.ovoz.transport.carrier;

/** Why nobody knows whether a text or a call went out. */
public enum UnknownReason {
    /** No answer in time. */
    TIME_OUT,
    /** The connection broke after the request was begun. */
    BROKEN_OFF,
    /** The carrier answered with a fault of its own (5xx). */
    CARRIER_FAULT,
    /** The answer could not be understood. */
    UNREADABLE_ANSWER
}
