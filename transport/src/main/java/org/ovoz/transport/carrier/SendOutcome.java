package org.ovoz.transport.carrier;

/** What became of one attempt to send a text or to place a call. */
public sealed interface SendOutcome {

    /** The carrier took it. Its fate comes by callback. */
    record Accepted(CarrierMessageId id) implements SendOutcome {}

    /** It was surely not sent. */
    record Refused(CarrierRefusal refusal) implements SendOutcome {}

    /** It may have been sent. Never send again: look it up by {@link CarrierClient#list}. */
    record Unknown(UnknownReason reason) implements SendOutcome {}
}
