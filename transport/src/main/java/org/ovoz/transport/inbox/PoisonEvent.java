package org.ovoz.transport.inbox;

import java.util.regex.Pattern;

/** An event that can never be applied. Carries a code, never a message: messages can hold what was in the event. */
public final class PoisonEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");

    private final String reason;

    public PoisonEvent(String reason) {
        super(reason, null, false, false);
        if (!CODE.matcher(reason).matches()) {
            throw new IllegalArgumentException("a reason is a code");
        }
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
