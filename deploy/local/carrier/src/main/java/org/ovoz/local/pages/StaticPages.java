package org.ovoz.local.pages;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** A page with what it loads, out of the class path, and what the pages share; nothing from elsewhere is let in. */
public final class StaticPages {
    private StaticPages() {}

    /** @param folder below {@code web}, with an {@code index.html} */
    public static void mount(Router router, String folder) {
        router.get("/*")
                .handler(StaticPages::protect)
                .handler(StaticHandler.create("web/" + folder).setCachingEnabled(false))
                .handler(StaticHandler.create("web/shared").setCachingEnabled(false));
    }

    private static void protect(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff");
        context.next();
    }
}
