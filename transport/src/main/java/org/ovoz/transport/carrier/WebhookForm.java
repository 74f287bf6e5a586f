package org.ovoz.transport.carrier;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the carrier sent, each name once. Read nothing from the request but through this: it is what was signed. */
public final class WebhookForm {

    private final Map<String, String> values;

    WebhookForm(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return "WebhookForm[REDACTED]";
    }
}
