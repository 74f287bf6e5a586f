package org.ovoz.transport.inbox;

/** A record that is no event of ours. Carries a code and nothing that was in the record. */
public final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableEvent(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
