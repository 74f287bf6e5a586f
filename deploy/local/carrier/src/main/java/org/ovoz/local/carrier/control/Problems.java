package org.ovoz.local.carrier.control;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Errors of the control API, as RFC 9457 has them. */
final class Problems {
    private Problems() {}

    static void badRequest(RoutingContext context, String detail) {
        answer(context, 400, "Bad request", detail);
    }

    static void forbidden(RoutingContext context, String detail) {
        answer(context, 403, "Forbidden", detail);
    }

    static void notFound(RoutingContext context) {
        answer(context, 404, "Not found", "There is no such thing here.");
    }

    static void conflict(RoutingContext context, String detail) {
        answer(context, 409, "Not now", detail);
    }

    private static void answer(RoutingContext context, int status, String title, String detail) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "urn:ovoz:problem:carrier-" + status)
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .encode());
    }
}
