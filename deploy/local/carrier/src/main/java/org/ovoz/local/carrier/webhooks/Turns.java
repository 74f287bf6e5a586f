package org.ovoz.local.carrier.webhooks;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Requests about one resource, each begun when the one before has come to its end. Used on the event loop only. */
final class Turns {
    private final Map<String, Future<WebhookOutcome>> last = new HashMap<>();

    Future<WebhookOutcome> take(String resource, Supplier<Future<WebhookOutcome>> request) {
        Future<WebhookOutcome> before = last.get(resource);
        Future<WebhookOutcome> mine = before == null ? request.get() : before.transform(ended -> request.get());
        last.put(resource, mine);
        mine.onComplete(ended -> last.remove(resource, mine));
        return mine;
    }
}
