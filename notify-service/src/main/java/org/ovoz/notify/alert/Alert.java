package org.ovoz.notify.alert;

import java.util.UUID;

/**
 * An alert about to be sent.
 *
 * @param address the person's number or mail address, read when it is sent and kept nowhere else
 * @param text all that is said: short id and priority
 */
public record Alert(UUID id, AlertKind kind, String address, String text) {

    /** Ids only. */
    @Override
    public String toString() {
        return "Alert[" + id + " " + kind + "]";
    }
}
