package org.ovoz.local.journeys.faults;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.ovoz.contracts.Ids;
import org.ovoz.local.journeys.phones.SignedWebhook;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** One text as the carrier brings it, signed; may be brought again, and to any instance of intake. */
final class TextWebhook {
    private static final Executor SENDERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Web web;
    private final SignedWebhook webhook;

    private TextWebhook(Web web, SignedWebhook webhook) {
        this.web = web;
        this.webhook = webhook;
    }

    static TextWebhook of(Web web, Stack stack, String from, String body) {
        String message = "SM" + Ids.random().toString().replace("-", "");
        return new TextWebhook(web, SignedWebhook.of(message, from, body, stack));
    }

    /** @param instance its address; what is signed is the public one */
    Answer sendTo(URI instance) {
        return web.send(Web.request(instance.resolve(webhook.url().getPath()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", webhook.signature())
                .POST(HttpRequest.BodyPublishers.ofString(webhook.form()))
                .build());
    }

    CompletableFuture<Answer> startSendingTo(URI instance) {
        return CompletableFuture.supplyAsync(() -> sendTo(instance), SENDERS);
    }
}
