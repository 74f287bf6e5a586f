package org.ovoz.local.carrier.webhooks;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ovoz.local.carrier.phones.Changes;

/** What the carrier's debugger would show, newest last; the last 500 are kept. */
public final class ErrorLog {
    private static final int KEPT = 500;

    private final Deque<CarrierError> errors = new ArrayDeque<>();
    private final Clock clock;
    private final Changes changes;

    public ErrorLog(Clock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    public void add(int code, String url, String resourceSid, String detail) {
        errors.add(new CarrierError(code, url, resourceSid, detail, clock.instant()));
        if (errors.size() > KEPT) {
            errors.removeFirst();
        }
        changes.elsewhere();
    }

    public List<CarrierError> all() {
        return List.copyOf(errors);
    }

    public void clear() {
        errors.clear();
    }
}
