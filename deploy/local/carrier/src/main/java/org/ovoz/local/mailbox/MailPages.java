package org.ovoz.local.mailbox;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.ovoz.local.pages.StaticPages;

/** {@code GET /mails.json}, {@code GET /mails/{n}}, {@code DELETE /mails.json}, and the page that shows them. */
final class MailPages {
    private final Catcher catcher;

    private MailPages(Catcher catcher) {
        this.catcher = catcher;
    }

    static Router router(Vertx vertx, Catcher catcher) {
        MailPages pages = new MailPages(catcher);
        Router router = Router.router(vertx);
        router.get("/mails.json").handler(pages::list);
        router.delete("/mails.json").handler(pages::clear);
        router.get("/mails/:number").handler(pages::one);
        StaticPages.mount(router, "mailbox");
        return router;
    }

    private void list(RoutingContext context) {
        JsonArray mails = new JsonArray();
        catcher.mails().forEach(mail -> mails.add(json(mail)));
        answer(context, 200, new JsonObject().put("mails", mails));
    }

    private void one(RoutingContext context) {
        String number = context.pathParam("number");
        catcher.mails().stream()
                .filter(mail -> number.equals(Integer.toString(mail.number())))
                .findFirst()
                .ifPresentOrElse(
                        mail -> answer(context, 200, json(mail)),
                        () -> answer(context, 404, new JsonObject().put("title", "There is no such mail.")));
    }

    private void clear(RoutingContext context) {
        catcher.clear();
        context.response().setStatusCode(204).end();
    }

    private static void answer(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }

    private static JsonObject json(Mail mail) {
        return new JsonObject()
                .put("number", mail.number())
                .put("from", mail.from())
                .put("to", mail.to())
                .put("subject", mail.subject())
                .put("text", mail.text())
                .put("receivedAt", mail.receivedAt().toString());
    }
}
