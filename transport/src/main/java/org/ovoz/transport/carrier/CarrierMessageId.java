package org.ovoz.transport.carrier;

/** The carrier's own id of a message or a call. With the carrier's log it leads to the number, so it is not printed either. */
public record CarrierMessageId(String value) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
