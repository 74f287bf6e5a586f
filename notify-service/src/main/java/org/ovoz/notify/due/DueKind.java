package org.ovoz.notify.due;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is due. About what, only the sealed triage and notes say. */
enum DueKind {
    NEXT_STEP,
    /** Asking how somebody fares, after they are out. */
    FOLLOW_UP,
    /** After that a trace is gone: a recording, an examination. */
    EVIDENCE,
    /** Something that the reporter was promised. */
    PROMISE,
    /** When the reporter can be reached next without danger. */
    SAFE_TIME;

    static Optional<DueKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is still to be done once the report is closed; it brings the report back then. */
    boolean outlivesClosing() {
        return switch (this) {
            case FOLLOW_UP, PROMISE, SAFE_TIME -> true;
            case NEXT_STEP, EVIDENCE -> false;
        };
    }
}
