package org.ovoz.local.carrier.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that are due, in the order they were asked for; each takes one occasion. Used on the event loop only. */
public final class Faults {
    private final Map<Integer, Fault> due = new LinkedHashMap<>();
    private int lastId;

    public int add(Fault fault) {
        due.put(++lastId, fault);
        return lastId;
    }

    public boolean remove(int id) {
        return due.remove(id) != null;
    }

    public void clear() {
        due.clear();
    }

    public Map<Integer, Fault> due() {
        return new LinkedHashMap<>(due);
    }

    /** The fault that meets a create request towards this number. */
    public Optional<Fault> onCreate(String to) {
        return take(fault -> !fault.kind().concernsWebhooks() && !fault.kind().concernsMedia() && concerns(fault, to));
    }

    /** The fault that meets a webhook about this phone. */
    public Optional<Fault> onWebhook(String phone) {
        return take(fault -> fault.kind().concernsWebhooks() && concerns(fault, phone));
    }

    /** The fault that meets whoever fetches what came from this phone. */
    public Optional<Fault> onMedia(String phone) {
        return take(fault -> fault.kind().concernsMedia() && concerns(fault, phone));
    }

    private static boolean concerns(Fault fault, String number) {
        return fault.phone() == null || fault.phone().equals(number);
    }

    private Optional<Fault> take(Predicate<Fault> wanted) {
        for (Map.Entry<Integer, Fault> entry : due.entrySet()) {
            Fault fault = entry.getValue();
            if (wanted.test(fault)) {
                if (fault.count() == 1) {
                    due.remove(entry.getKey());
                } else if (fault.count() > 1) {
                    entry.setValue(fault.count(fault.count() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
