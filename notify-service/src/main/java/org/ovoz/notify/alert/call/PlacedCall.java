package org.ovoz.notify.alert.call;

import java.util.List;
import java.util.UUID;

/**
 * A call that the desk had placed, to the number that its person has.
 *
 * @param languages the person's
 */
record PlacedCall(UUID alert, String text, List<String> languages) {

    /** The id only. */
    @Override
    public String toString() {
        return "PlacedCall[" + alert + "]";
    }
}
