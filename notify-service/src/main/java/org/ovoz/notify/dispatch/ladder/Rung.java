package org.ovoz.notify.dispatch.ladder;

import java.time.Duration;
import java.util.Set;
import org.ovoz.notify.alert.AlertKind;

/**
 * A rung of a ladder.
 *
 * @param number from 1
 * @param then how long to wait for somebody to act before the next one; nothing of it if nobody could be told
 */
public record Rung(int number, Reach reach, Set<AlertKind> ways, Duration then) {

    public Rung {
        ways = Set.copyOf(ways);
    }

    /** As steps are named where people read them. */
    public String name() {
        return reach.name().toLowerCase(java.util.Locale.ROOT);
    }
}
