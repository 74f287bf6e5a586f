package org.ovoz.local.journeys.chaos.faults;

import java.time.Duration;

/**
 * Something that happens to a part.
 *
 * @param part as the launcher calls it, such as {@code intake}
 * @param lasting how long a freeze lasts; zero for the others
 */
public record Fault(Kind kind, String part, Duration lasting) {

    public enum Kind {
        /** kill -9 of the part and its children, all at once; the launcher starts it again. */
        KILL,
        /** SIGTERM, with work in flight; the launcher starts it again. */
        END,
        /** SIGSTOP of the part and its children, then SIGCONT. */
        FREEZE
    }

    static Fault kill(String part) {
        return new Fault(Kind.KILL, part, Duration.ZERO);
    }

    static Fault end(String part) {
        return new Fault(Kind.END, part, Duration.ZERO);
    }

    static Fault freeze(String part, Duration lasting) {
        return new Fault(Kind.FREEZE, part, lasting);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case KILL -> "kill -9 " + part;
            case END -> "SIGTERM " + part;
            case FREEZE -> "SIGSTOP " + part + " for " + lasting.toSeconds() + " s";
        };
    }
}
