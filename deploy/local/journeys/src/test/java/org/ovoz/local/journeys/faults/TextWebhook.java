package org.ovoz.local.journeys.faults;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.ovoz.contracts.Ids;
import org.ovoz.local.carrier.webhooks.Signature;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** One text as the carrier brings it, signed; may be brought again, and to any instance of intake. */
final class TextWebhook {
    private static final String PATH = "/twilio/sms";
    private static final Executor SENDERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Web web;
    private final Map<String, String> form;
    private final String signature;

    private TextWebhook(Web web, Map<String, String> form, String signature) {
        this.web = web;
        this.form = form;
        this.signature = signature;
    }

    /** @param intake the settings of an instance */
    static TextWebhook of(Web web, Stack stack, Map<String, String> intake, String from, String body) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "MessageSid",
                "SM" + Ids.random().toString().replace("-", ""),
                "From",
                from,
                "To",
                stack.hotline(),
                "Body",
                body));
        String url = intake.get("OVOZ_PUBLIC_URL") + PATH;
        return new TextWebhook(web, form, Signature.of(required(intake, "OVOZ_TWILIO_AUTH_TOKEN"), url, form));
    }

    Answer sendTo(URI instance) {
        return web.send(Web.request(URI.create(instance + PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(Web.form(form))
                .build());
    }

    CompletableFuture<Answer> startSendingTo(URI instance) {
        return CompletableFuture.supplyAsync(() -> sendTo(instance), SENDERS);
    }

    private static String required(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
