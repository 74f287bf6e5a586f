package org.ovoz.local.carrier.control;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Refuses a browser that comes from another site's page: nobody else's page may text from these phones. */
public final class SameOrigin implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        String host = context.request().getHeader("Host");
        if (origin == null || origin.equals("http://" + host)) {
            context.next();
        } else {
            Problems.forbidden(context, "This page belongs to another site.");
        }
    }
}
