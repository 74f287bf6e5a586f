package org.ovoz.local.carrier.rest;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.ovoz.local.carrier.accounts.Account;

/** How REST resources answer, and whom. */
public final class Answers {
    static final String ACCOUNT = "account";

    private Answers() {}

    /** The account that authenticated itself; the route stands behind {@link Authentication}. */
    public static Account account(RoutingContext context) {
        return context.get(ACCOUNT);
    }

    public static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }

    public static void error(RoutingContext context, TwilioError error) {
        if (error.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        if (error.status() == 429) {
            context.response().putHeader("Retry-After", "1");
        }
        json(context, error.status(), error.toJson());
    }

    public static void notFound(RoutingContext context) {
        error(context, TwilioError.notFound(context.request().path()));
    }

    public static void gone(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }
}
