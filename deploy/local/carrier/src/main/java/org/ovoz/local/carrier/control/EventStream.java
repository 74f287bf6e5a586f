package org.ovoz.local.carrier.control;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.ovoz.local.carrier.phones.Changes;

/**
 * {@code GET /control/events}: server-sent events. Each {@code changed} event carries the number of the phone that
 * changed, or {@code *}; the page then reads what it shows anew. What changes again and again within a moment is told
 * once.
 */
public final class EventStream implements Handler<RoutingContext> {
    private static final long KEEP_ALIVE_MILLIS = 15_000;
    private static final long MOMENT_MILLIS = 50;

    private final Vertx vertx;
    private final Changes changes;

    public EventStream(Vertx vertx, Changes changes) {
        this.vertx = vertx;
        this.changes = changes;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        Set<String> changed = new LinkedHashSet<>();
        Consumer<String> watcher = number -> {
            if (changed.isEmpty()) {
                vertx.setTimer(MOMENT_MILLIS, timer -> tell(response, changed));
            }
            changed.add(number);
        };
        long keepAlive = vertx.setPeriodic(KEEP_ALIVE_MILLIS, timer -> response.write(":\n\n"));
        response.closeHandler(closed -> {
            changes.forget(watcher);
            vertx.cancelTimer(keepAlive);
        });
        response.write("retry: 1000\n\n");
        changes.watch(watcher);
    }

    private static void tell(HttpServerResponse response, Set<String> changed) {
        if (!response.closed()) {
            StringBuilder events = new StringBuilder();
            changed.forEach(number ->
                    events.append("event: changed\ndata: ").append(number).append("\n\n"));
            response.write(events.toString());
        }
        changed.clear();
    }
}
