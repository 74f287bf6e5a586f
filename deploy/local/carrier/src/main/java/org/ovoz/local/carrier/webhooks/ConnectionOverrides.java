package org.ovoz.local.carrier.webhooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How hard the carrier tries to reach a URL, from the URL's fragment: {@code ct} and {@code rt} (connect and read
 * time-out, ms), {@code tt} (for all attempts, ms), {@code rc} (retries) and {@code rp} (what is retried, a list of
 * {@code ct}, {@code rt}, {@code 4xx}, {@code 5xx}, {@code all}). Values out of range are brought into it.
 */
record ConnectionOverrides(
        String url, int connectMillis, int readMillis, int totalMillis, int retries, Set<String> policy) {

    static ConnectionOverrides of(String url) {
        int hash = url.indexOf('#');
        Map<String, String> given = hash < 0 ? Map.of() : fragment(url.substring(hash + 1));
        return new ConnectionOverrides(
                hash < 0 ? url : url.substring(0, hash),
                number(given, "ct", 5_000, 100, 10_000),
                number(given, "rt", 15_000, 100, 15_000),
                number(given, "tt", 15_000, 100, 15_000),
                number(given, "rc", 1, 0, 5),
                Set.copyOf(List.of(given.getOrDefault("rp", "ct").split(","))));
    }

    boolean retries(WebhookOutcome outcome) {
        return switch (outcome) {
            case WebhookOutcome.Answered answered -> retriesStatus(answered.status());
            case WebhookOutcome.Unreachable unreachable -> retriesOn("ct");
            case WebhookOutcome.TimedOut timedOut -> retriesOn("rt");
        };
    }

    private boolean retriesStatus(int status) {
        return status >= 500 ? retriesOn("5xx") : status >= 400 && retriesOn("4xx");
    }

    private boolean retriesOn(String what) {
        return policy.contains(what) || policy.contains("all");
    }

    private static Map<String, String> fragment(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    private static int number(Map<String, String> given, String name, int otherwise, int least, int most) {
        String text = given.getOrDefault(name, "");
        return text.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(text), least, most) : otherwise;
    }
}
