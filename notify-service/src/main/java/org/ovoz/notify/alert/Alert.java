package org.ovoz.notify.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert about to be sent.
 *
 * @param address the person's number or mail address, or the URL of the endpoint; read when it is sent and kept nowhere else
 * @param endpoint the subscription or webhook that it goes to, for the ways that have one
 * @param text all that is said
 */
public record Alert(
        UUID id, AlertKind kind, String address, @Nullable UUID endpoint, String text) {

    /** Ids only. */
    @Override
    public String toString() {
        return "Alert[" + id + " " + kind + "]";
    }
}
