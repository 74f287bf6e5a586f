package org.ovoz.transport.faults;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault that passes by itself (the server restarts, a deadlock, the disk is full) from one that would come again with the same
 * input. A passing fault is repeated by whoever asked; it never condemns the event or the row at hand.
 */
public final class DatabaseFaults {

    /** SQLSTATE classes: connection, transaction rolled back, out of resources, operator intervention, system error, internal. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58", "XX");

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY_TRANSACTION = "25006";

    private DatabaseFaults() {}

    public static boolean passes(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (passesByItself(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesByItself(Throwable cause) {
        return switch (cause) {
            case PgException refused -> passes(refused.getSqlState());
            case VertxException closed -> true;
            // what the pool says of a connection that died
            case NoStackTraceThrowable dead -> true;
            case IOException broken -> true;
            case TimeoutException late -> true;
            default -> false;
        };
    }

    private static boolean passes(@Nullable String state) {
        return state == null
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.equals(READ_ONLY_TRANSACTION)
                || (state.length() >= 2 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }
}
