package org.ovoz.local.carrier.messages;

import org.jspecify.annotations.Nullable;

/**
 * How a message will end.
 *
 * @param status its last status
 * @param code why it did not arrive, if it does not
 */
record Fate(String status, @Nullable Integer code) {
    static final Fate DELIVERED = new Fate("delivered", null);

    static Fate undelivered(int code) {
        return new Fate("undelivered", code);
    }

    static Fate failed(int code) {
        return new Fate("failed", code);
    }
}
