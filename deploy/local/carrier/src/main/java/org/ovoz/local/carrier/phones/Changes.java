package org.ovoz.local.carrier.phones;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells whoever watches what changed: the number of a phone, or {@code *} for anything else. */
public final class Changes {
    private final Set<Consumer<String>> watchers = new LinkedHashSet<>();

    public void watch(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    public void forget(Consumer<String> watcher) {
        watchers.remove(watcher);
    }

    public void of(String number) {
        Set.copyOf(watchers).forEach(watcher -> watcher.accept(number));
    }

    public void elsewhere() {
        of("*");
    }
}
