package org.ovoz.intake.sealing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The keys of reports that wrote lately; the least recent ones are forgotten. */
final class RememberedShredKeys {

    private static final int MOST = 2_000;

    private final Map<UUID, ShredKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ShredKey> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<ShredKey> find(UUID id) {
        return Optional.ofNullable(keys.get(id));
    }

    synchronized void remember(ShredKey key) {
        keys.put(key.id(), key);
    }

    synchronized void forget(UUID id) {
        keys.remove(id);
    }
}
