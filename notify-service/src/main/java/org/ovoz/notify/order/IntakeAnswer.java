package org.ovoz.notify.order;

import org.jspecify.annotations.Nullable;

/** What intake said to an order, as it said it; or that nobody knows. */
public sealed interface IntakeAnswer {

    /** The body is passed on and not kept. */
    record Answered(
            int status,
            @Nullable String contentType,
            @Nullable String date,
            byte[] body) implements IntakeAnswer {

        public boolean succeeded() {
            return status == 200;
        }

        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** No connection, or no answer in time: the order may have been done. The same one may be sent again. */
    record Unreachable() implements IntakeAnswer {}
}
