package org.ovoz.local.carrier.faults;

import org.jspecify.annotations.Nullable;

/**
 * Something to go wrong.
 *
 * @param phone the phone concerned, or null for any
 * @param count how many times it happens; 0 until it is removed
 * @param code the carrier's error code, for the kinds that have one
 * @param times how often a duplicated webhook is sent
 * @param delayMillis how long a delayed webhook waits
 */
public record Fault(FaultKind kind, @Nullable String phone, int count, int code, int times, long delayMillis) {

    public static Fault next(FaultKind kind) {
        return new Fault(kind, null, 1, kind.defaultCode(), 2, 1000);
    }

    public static Fault always(FaultKind kind) {
        return next(kind).count(0);
    }

    public Fault to(@Nullable String number) {
        return new Fault(kind, number, count, code, times, delayMillis);
    }

    public Fault count(int n) {
        return new Fault(kind, phone, n, code, times, delayMillis);
    }

    public Fault code(int c) {
        return new Fault(kind, phone, count, c, times, delayMillis);
    }

    public Fault times(int n) {
        return new Fault(kind, phone, count, code, n, delayMillis);
    }

    public Fault delayMillis(long millis) {
        return new Fault(kind, phone, count, code, times, millis);
    }
}
